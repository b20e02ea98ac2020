const YUAN = new Intl.NumberFormat("zh-CN", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** `1,190,000.00` of whole fen; the unit stands beside it in the sentence. */
export function yuan(fen: number): string {
  return YUAN.format(fen / 100);
}

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["", "拾", "佰", "仟"];
const GROUPS = ["", "万", "亿"];

/** An amount in the capital characters of cheques and contracts, so that no digit can be added: 壹仟贰佰元整. */
export function capitalYuan(fen: number): string {
  const whole = Math.floor(fen / 100);
  const [jiao, left] = [Math.floor((fen % 100) / 10), fen % 10];
  const yuanPart = whole === 0 ? "" : `${capitalNumber(whole)}元`;
  if (jiao === 0 && left === 0) return `${yuanPart === "" ? "零元" : yuanPart}整`;
  const gap = jiao === 0 && yuanPart !== "" ? "零" : "";
  return `${yuanPart}${jiao === 0 ? gap : `${DIGITS[jiao]}角`}${left === 0 ? "" : `${DIGITS[left]}分`}`;
}

/** Four digits to a group; zeros between digits are said once, at the end of a group not at all. */
function capitalNumber(whole: number): string {
  let said = "";
  let isZeroOwed = false;
  const digits = String(whole);
  for (const [index, digit] of [...digits].entries()) {
    const place = digits.length - 1 - index;
    if (digit === "0") isZeroOwed = said !== "";
    else {
      said += `${isZeroOwed ? "零" : ""}${DIGITS[Number(digit)]}${PLACES[place % 4]}`;
      isZeroOwed = false;
    }
    const group = digits.slice(Math.max(0, index - 3), index + 1);
    if (place % 4 === 0 && place > 0 && Number(group) > 0) said += GROUPS[place / 4] ?? "";
  }
  return said;
}
