import { config } from "zod";

// Loaded before every schema: zod otherwise tries whether it may compile code, which the policy of these pages forbids and every browser reports.
config({ jitless: true });
