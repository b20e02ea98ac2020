/** The same keys in another language; where a language counts, `…_other` has a `…_one` beside it. */
export type Translated<Texts> = {
  [Key in keyof Texts]: Texts[Key] extends string ? string : Translated<Texts[Key]>;
} & {
  [Key in keyof Texts as Key extends `${infer Base}_other` ? `${Base}_one` : never]: string;
};
