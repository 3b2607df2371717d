/** What a password must be. The figures are those usual in remediation under GB/T 22239—2019; each can be set. */
export interface PasswordRules {
  readonly minLength: number;
  /** Of small letters, capitals, digits, other signs. */
  readonly minKinds: number;
}

const LONGEST = 128;
const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u];

/** What people choose first, without the digits and signs they put at the end. */
const COMMON = new Set(
  (
    "password passwd passw0rd p@ssword p@ssw0rd admin admin@ administrator root user test guest welcome qwerty qwertyuiop qwer qweasd qweasdzxc " +
    "1qaz2wsx 1qazxsw2 1q2w3e4r 1q2w3e4r5t q1w2e3r4 zaq12wsx asdf asdfgh asdfghjkl zxcvbn abc abcd abcde abcdef a1b2c3d4 aa abc@ " +
    "iloveyou woaini wodemima mima huanying zhongguo china beijing letmein monkey dragon master sunshine princess superman " +
    "yangguang xinxigongkai zhengfu zwgk gongkai huawei h3c cisco oracle system manager changeme default login"
  ).split(" "),
);

/** What is wrong with a password somebody chose, in Chinese; empty when nothing is. */
export function passwordFaults(password: string, rules: PasswordRules, names: readonly string[]): string[] {
  const faults: string[] = [];
  const length = [...password].length;
  if (length < rules.minLength) faults.push(`至少 ${rules.minLength} 位`);
  if (length > LONGEST) faults.push(`至多 ${LONGEST} 位`);
  const kinds = KINDS.filter((kind) => kind.test(password)).length;
  if (kinds < rules.minKinds) faults.push(`小写字母、大写字母、数字、符号中至少有 ${rules.minKinds} 种`);
  const plain = password.toLowerCase();
  if (names.some((name) => name.length >= 2 && plain.includes(name.toLowerCase()))) faults.push("不能含有用户名或姓名");
  if (isCommon(plain)) faults.push("太常见，容易被猜到");
  else if (longestRun(plain) >= 5) faults.push("不能有五个以上连续或者重复的字符");
  return faults;
}

function isCommon(plain: string): boolean {
  const letters = plain.replace(/^[^\p{L}]+/u, "").replace(/[^\p{L}]+$/u, "");
  const start = plain.replace(/[\d!@#$%^&*._-]+$/, "");
  return COMMON.has(plain) || COMMON.has(start) || (COMMON.has(letters) && letters.length >= 4);
}

/** The longest stretch like 12345, edcba or aaaaa. */
function longestRun(text: string): number {
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0);
  let longest = codes.length > 0 ? 1 : 0;
  let run = 1;
  let lastStep: number | null = null;
  for (let index = 1; index < codes.length; index += 1) {
    const step = (codes[index] ?? 0) - (codes[index - 1] ?? 0);
    if (Math.abs(step) > 1) run = 1;
    else run = step === lastStep ? run + 1 : 2;
    lastStep = step;
    longest = Math.max(longest, run);
  }
  return longest;
}
