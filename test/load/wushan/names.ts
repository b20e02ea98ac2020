import type { Random } from "@jiedui/database";
import type { Sex } from "@jiedui/domain";

/** Surnames with how many of a thousand people bear each (census of 2010, rounded; the rest share what is left). */
const SURNAMES: readonly (readonly [string, number])[] = [
  ["王", 71],
  ["李", 70],
  ["张", 67],
  ["刘", 51],
  ["陈", 46],
  ["杨", 32],
  ["赵", 22],
  ["黄", 22],
  ["周", 19],
  ["吴", 19],
  ["徐", 15],
  ["孙", 14],
  ["胡", 12],
  ["朱", 12],
  ["高", 11],
  ["林", 10],
  ["何", 10],
  ["郭", 10],
  ["马", 10],
  ["罗", 9],
  ["梁", 8],
  ["宋", 7],
  ["郑", 7],
  ["谢", 7],
  ["韩", 6],
  ["唐", 6],
  ["冯", 6],
  ["于", 6],
  ["董", 6],
  ["肖", 5],
  ["程", 5],
  ["曹", 5],
  ["袁", 5],
  ["邓", 5],
  ["许", 5],
  ["傅", 4],
  ["沈", 4],
  ["曾", 4],
  ["彭", 4],
  ["吕", 4],
];
/** Borne by few each, the common ones of the county's valleys and one of two characters among them. */
const RARE_SURNAMES = [
  ..."令苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文裴包车蒲漆",
  "欧阳",
];
const THOUSAND = 1_000;

/** What people were called, by the years of their birth. */
const GIVEN: readonly {
  readonly until: number;
  readonly male: readonly string[];
  readonly female: readonly string[];
}[] = [
  {
    until: 1952,
    male: [
      "德福",
      "永禄",
      "满仓",
      "守义",
      "进财",
      "有才",
      "长生",
      "福来",
      "万年",
      "来喜",
      "根生",
      "双喜",
      "清",
      "忠",
      "义",
      "禄",
    ],
    female: [
      "桂英",
      "秀兰",
      "玉梅",
      "菊花",
      "腊梅",
      "淑芳",
      "凤英",
      "桃",
      "兰",
      "招弟",
      "改花",
      "月娥",
      "巧云",
      "彩霞",
    ],
  },
  {
    until: 1968,
    male: [
      "建国",
      "国强",
      "卫国",
      "志刚",
      "建军",
      "解放",
      "援朝",
      "跃进",
      "新民",
      "爱民",
      "文革",
      "军",
      "平",
      "国栋",
      "永红",
      "东升",
    ],
    female: [
      "秀英",
      "玉兰",
      "桂香",
      "红梅",
      "爱琴",
      "秀珍",
      "建英",
      "霞",
      "玲",
      "淑珍",
      "玉琴",
      "月英",
      "春梅",
      "银花",
    ],
  },
  {
    until: 1982,
    male: [
      "伟",
      "勇",
      "军",
      "强",
      "磊",
      "涛",
      "海龙",
      "小军",
      "建平",
      "志强",
      "文斌",
      "红星",
      "晓东",
      "永刚",
      "世荣",
      "旭东",
    ],
    female: [
      "芳",
      "娟",
      "敏",
      "静",
      "丽",
      "艳",
      "小红",
      "海燕",
      "丽娟",
      "晓霞",
      "雪梅",
      "彩虹",
      "亚琴",
      "晓燕",
      "文丽",
    ],
  },
  {
    until: 9999,
    male: [
      "浩",
      "鹏",
      "超",
      "鑫",
      "宇",
      "杰",
      "文博",
      "志鹏",
      "俊杰",
      "旭",
      "嘉伟",
      "晨",
      "伟强",
      "小龙",
      "凯",
      "亚军",
    ],
    female: [
      "婷",
      "倩",
      "雪",
      "颖",
      "佳",
      "婷婷",
      "娜",
      "欣",
      "丹",
      "瑶",
      "雅婷",
      "莉娜",
      "思雨",
      "文静",
      "慧",
      "玲玲",
    ],
  },
];

export function surnameOf(random: Random): string {
  let drawn = random.fraction() * THOUSAND;
  for (const [surname, share] of SURNAMES) {
    drawn -= share;
    if (drawn < 0) return surname;
  }
  return random.pick(RARE_SURNAMES);
}

export function personName(random: Random, sex: Sex, bornIn: number): string {
  const years = GIVEN.find(({ until }) => bornIn <= until);
  if (years === undefined) throw new Error(`nobody is born in ${bornIn}`);
  const given = random.pick(years[sex]);
  const mixed =
    given.length === 2 && random.happens(0.4) ? given.charAt(0) + random.pick(years[sex]).slice(-1) : given;
  return surnameOf(random) + mixed;
}
