import type { OrganisationKind } from "../organisation/organisation-kind";
import type { Rank } from "../people/rank";
import type { SubjectKind } from "../subject/subject-kind";

/** What offices write for each listed code; the first is the field's own term, which the template asks for. */
export const RANK_WORDS: Readonly<Record<Rank, readonly string[]>> = {
  none: ["无职级", "无", "私营企业主", "企业主", "none"],
  general: ["一般", "一般干部", "科员", "办事员", "股级", "general"],
  section: [
    "科级",
    "科级干部",
    "正科",
    "副科",
    "正科级",
    "副科级",
    "乡科级",
    "乡科级正职",
    "乡科级副职",
    "section",
  ],
  county: [
    "县级",
    "县级干部",
    "县处级",
    "处级",
    "正县级",
    "副县级",
    "正县",
    "副县",
    "县处级正职",
    "县处级副职",
    "county",
  ],
  "vice-city": ["副市级", "副地级", "副厅级", "市级领导", "vice-city"],
};
export const SUBJECT_KIND_WORDS: Readonly<Record<SubjectKind, readonly string[]>> = {
  "poor-household": ["贫困户", "一般贫困户", "建档立卡户", "建档立卡贫困户", "poor-household"],
  "extreme-poor-household": ["特困户", "深度贫困户", "特困供养户", "extreme-poor-household"],
  "needy-student": ["困难学生", "贫困学生", "needy-student"],
  "lone-elderly": ["孤寡老人", "lone-elderly"],
  "urban-allowance-household": ["城市低保户", "urban-allowance-household"],
  petitioner: ["诉求群众", "信访户", "petitioner"],
  "rural-party-member": ["农村党员", "rural-party-member"],
  "industry-household": ["产业大户", "industry-household"],
  "demonstration-household": ["示范户", "科技示范户", "demonstration-household"],
  "key-household": ["重点户", "key-household"],
  "leading-enterprise": ["龙头企业", "leading-enterprise"],
  "village-branch": ["村支部", "village-branch"],
  school: ["学校", "school"],
  cooperative: ["经合组织", "合作社", "cooperative"],
  "urban-community": ["社区", "urban-community"],
};
export const UNIT_KIND_WORDS: Readonly<Record<OrganisationKind, readonly string[]>> = {
  "party-or-government": ["党政机关", "机关", "行政机关", "party-or-government"],
  "public-institution": ["事业单位", "事业", "public-institution"],
  enterprise: ["企业", "国有企业", "enterprise"],
  "social-group": ["社会团体", "群团组织", "社会组织", "social-group"],
  "chamber-of-commerce": ["商会", "chamber-of-commerce"],
  "out-of-province-unit": ["外省单位", "out-of-province-unit"],
  "central-unit": ["中央单位", "central-unit"],
};
/** Whether a row of the pairs tells of the lead helper, or of somebody who helps along. */
export const HELPER_PART_WORDS: Readonly<Record<"lead" | "co-helper", readonly string[]>> = {
  lead: [
    "责任人",
    "帮扶责任人",
    "主要责任人",
    "第一责任人",
    "主责任人",
    "主责",
    "主帮",
    "主要帮扶人",
    "牵头人",
    "牵头",
    "包户责任人",
    "leadhelper",
    "lead",
  ],
  "co-helper": [
    "协助人",
    "协助",
    "协同帮扶人",
    "协同帮扶",
    "协同",
    "协帮人",
    "协帮",
    "共同帮扶人",
    "共同帮扶",
    "配合人",
    "配合",
    "副责任人",
    "co-helper",
  ],
};
/** Pairings in help or under revisits are taken over; what is over needs its records, which a table does not have. */
export const STAGE_WORDS: Readonly<Record<"helping" | "revisiting", readonly string[]>> = {
  helping: ["帮扶中", "帮扶", "在帮", "正在帮扶", "继续帮扶", "helping"],
  revisiting: [
    "已脱贫",
    "脱贫",
    "回访中",
    "回访",
    "已脱贫(回访中)",
    "已脱贫/回访中",
    "已脱贫回访中",
    "脱贫退出",
    "已脱贫退出",
    "revisiting",
    "liftedout",
  ],
};

export function codeOf<Code extends string>(
  words: Readonly<Record<Code, readonly string[]>>,
  text: string,
): Code | undefined {
  const asked = text.normalize("NFKC").replace(/\s/g, "").toLowerCase();
  return (Object.keys(words) as Code[]).find((code) => words[code].includes(asked));
}
