import { soundOf } from "../register/pinyin";
import type { Random } from "./random";

export interface SoundingName {
  readonly name: string;
  readonly pinyin: string;
  readonly initials: string;
}

const SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
const GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀英华玉兰桂香文平刚红梅建国春生志云海燕龙凤山林田福";
const UNITS = [
  "教育局",
  "水利局",
  "农业局",
  "林业局",
  "卫生局",
  "财政局",
  "交通局",
  "民政局",
  "司法局",
  "扶贫办",
  "人民医院",
  "供电公司",
  "农村信用社",
  "总工会",
  "妇联",
];

const soundOfSurname = new Map([...SURNAMES].map((each) => [each, soundOf(`${each}伟`)]));
const soundOfGiven = new Map([...GIVEN].map((each) => [each, soundOf(each)]));

/** A person's name with its sound, put together from characters that were read once. */
export function madeUpPerson(random: Random): SoundingName {
  const surname = random.pick([...SURNAMES]);
  const given = Array.from({ length: random.between(1, 2) }, () => random.pick([...GIVEN]));
  const family = soundOfSurname.get(surname) ?? { pinyin: "", initials: "" };
  const sounds = given.map((each) => soundOfGiven.get(each) ?? { pinyin: "", initials: "" });
  return {
    name: surname + given.join(""),
    pinyin: family.pinyin.replace(/wei$/, "") + sounds.map((each) => each.pinyin).join(""),
    initials: family.initials.slice(0, 1) + sounds.map((each) => each.initials).join(""),
  };
}

/** The name of the n-th unit of a county: real ones first, then their branches. */
export function madeUpUnit(county: string, ordinal: number): SoundingName {
  const round = Math.floor(ordinal / UNITS.length);
  const name = `${county}${UNITS[ordinal % UNITS.length] ?? ""}${round === 0 ? "" : `第${round}科`}`;
  return { name, ...soundOf(name) };
}
