const YUAN = new Intl.NumberFormat("zh-CN", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** `1,190,000.00` of whole fen; the unit stands beside it in the sentence. */
export function yuan(fen: number): string {
  return YUAN.format(fen / 100);
}
