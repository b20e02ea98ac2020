import type * as chinese from "../zh-CN/look-back";
import type { Translated } from "../translated";

export const lookBack: Translated<typeof chinese.lookBack> = {
  title: "Look back by day",
  open: "Look back by day",
  recordBefore: "Day of the record before",
  recordAfter: "Day of the record after",
};
