export { type Begun, beginWrite, forgetWrite, type KeptReply, keepReply } from "../../storage/accounts/kept-reply-store.js";
