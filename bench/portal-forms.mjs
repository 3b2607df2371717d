// Requests as people send them: the form of the page, each with a token of its own.

const BOUNDARY = "----yangguang-bench";
const FIELDS = {
  kind: "natural",
  name: "欧阳沐泽",
  document: "id-card",
  identity: "11010519491231002X",
  phone: "13900000000",
  address: "某市某区某路一号",
  description: "2025年度城市最低生活保障资金的发放情况，按区县分列。",
  medium: "electronic",
  delivery: "online",
  action: "send",
};

/** Lua for wrk. */
export function askingForms() {
  const part = (name, value) => `--${BOUNDARY}\\r\\nContent-Disposition: form-data; name="${name}"\\r\\n\\r\\n${value}\\r\\n`;
  const fixed = Object.entries(FIELDS)
    .map(([name, value]) => part(name, value))
    .join("")
    .replaceAll('"', '\\"');
  return `
math.randomseed(os.time() * 1000 + os.clock() * 1000000)
local signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
local fixed = "${fixed}"
request = function()
  local token = ""
  for at = 1, 32 do local sign = math.random(1, 64) token = token .. signs:sub(sign, sign) end
  local body = "${part("formToken", "")
    .replaceAll('"', '\\"')
    .replace(/\\r\\n$/, "")}" .. token .. "\\r\\n" .. fixed .. "--${BOUNDARY}--\\r\\n"
  local from = math.random(1, 223) .. "." .. math.random(0, 255) .. "." .. math.random(0, 255) .. "." .. math.random(1, 254)
  return wrk.format("POST", "/ask/B0" .. math.random(10, 99), { ["X-Forwarded-For"] = from,
    ["Content-Type"] = "multipart/form-data; boundary=${BOUNDARY}" }, body)
end`;
}
