const COUNTY = "武山县";

/** Departments and institutions of the county, roughly by how many cadres they have; townships come beside them. */
const AT_THE_COUNTY = [
  "县委办公室",
  "县人大常委会办公室",
  "县政府办公室",
  "县政协办公室",
  "县纪委监委机关",
  "县委组织部",
  "县委宣传部",
  "县委统战部",
  "县委政法委",
  "县人民法院",
  "县人民检察院",
  "教育局",
  "公安局",
  "民政局",
  "司法局",
  "财政局",
  "人力资源和社会保障局",
  "自然资源局",
  "住房和城乡建设局",
  "交通运输局",
  "水务局",
  "农业农村局",
  "林业和草原局",
  "卫生健康局",
  "审计局",
  "市场监督管理局",
  "统计局",
  "乡村振兴局",
  "文体广电和旅游局",
  "应急管理局",
  "医疗保障局",
  "退役军人事务局",
  "供销合作社联合社",
  "总工会",
  "共青团委员会",
  "妇女联合会",
  "工商业联合会",
  "残疾人联合会",
  "科学技术局",
  "气象局",
  "税务局",
  "烟草专卖局",
  "供电公司",
  "农村信用合作联社",
  "人民医院",
  "中医医院",
  "疾病预防控制中心",
  "第一高级中学",
  "第二高级中学",
  "职业中等专业学校",
  "融媒体中心",
  "农业技术推广中心",
  "畜牧兽医局",
  "蔬菜产业发展中心",
] as const;
const INSTITUTIONS = /医院|中学|学校|学区|中心|卫生院/;

export interface RosterUnit {
  readonly name: string;
  readonly kind: "party-or-government" | "public-institution";
}

/** The units whose cadres help: a county's own, and in each township its government, hospital and schools. */
export function unitsOf(townships: readonly string[]): RosterUnit[] {
  const names = [
    ...AT_THE_COUNTY.map((name) => (name.startsWith("县") ? `武山${name}` : `${COUNTY}${name}`)),
    ...townships.flatMap((township) => [
      `${COUNTY}${township}人民政府`,
      `${COUNTY}${township}卫生院`,
      `${COUNTY}${township}学区`,
    ]),
  ];
  return names.map((name) => ({
    name,
    kind: INSTITUTIONS.test(name) ? "public-institution" : "party-or-government",
  }));
}
