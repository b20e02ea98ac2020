import { day, type Day } from "@jiedui/domain";
import { residentId, type MadeSheet } from "./roster";

const HELPERS = ["序号", "干部姓名", "所在单位", "职级", "联系电话"];
export const HOUSEHOLDS = ["序号", "户主姓名", "户主身份证号", "户类别", "乡镇", "行政村", "备注"];
const PAIRS = ["户主身份证号", "帮扶干部", "所在单位", "签约日期", "最近走访日期", "阶段"];
export const [WATER, SCHOOLS, WEATHER] = ["保康县水务局", "保康县教育局", "保康县气象局"];
export const HOUSEHOLDS_RIGHT = 8;

/** A county office's workbook with what such workbooks hold; its broken rows stand at the end of each sheet. */
export function sheetsUntil(today: Day): MadeSheet[] {
  const right = Array.from({ length: HOUSEHOLDS_RIGHT }, (_none, index) => residentId(index + 1));
  const household = (number: number, id: string | number, village = "光千社区", kind = "产业大户") => [
    number,
    `户主${number}`,
    id,
    kind,
    "城关镇",
    village,
    "",
  ];
  const wrong = residentId(50).slice(0, 17) + (residentId(50).endsWith("1") ? "2" : "1");
  const pair = (
    id: string,
    name: string,
    unit: string,
    signed: MadeSheet["rows"][number][number],
    visited = "",
  ) => [id, name, unit, signed, visited, ""];
  return [
    {
      name: "单位",
      rows: [
        ["单位名称", "单位类别"],
        [WEATHER ?? "", "事业单位"],
      ],
    },
    {
      name: "帮扶干部",
      rows: [
        ["保康县帮扶干部花名册"],
        HELPERS,
        [1, "王　伟", WATER ?? "", "科级", 19900000001],
        [2, "张敏", SCHOOLS ?? "", "一般干部", ""],
        [3, "赵云", WEATHER ?? "", "县级", ""],
        [4, "钱广", WATER ?? "", "厅级", ""],
        [5, "孙立", "某局", "科级", ""],
        [6, "王伟", WATER ?? "", "科级", ""],
      ],
    },
    {
      name: "帮扶户",
      rows: [
        HOUSEHOLDS,
        ...right.map((id, index) => household(index + 1, id)),
        household(9, Number(residentId(9).replace("X", "0"))),
        household(10, wrong),
        household(11, residentId(11), "新农村"),
        household(12, residentId(1)),
        household(13, residentId(13), "光千社区", "五保"),
      ],
    },
    {
      name: "结对关系",
      rows: [
        PAIRS,
        ...right.map((id, index) =>
          pair(
            id,
            ["王伟", "张敏", "赵云"][index % 3] ?? "",
            [WATER, SCHOOLS, WEATHER][index % 3] ?? "",
            index % 2 === 0 ? { day: day("2014-03-05") } : "2016年5月1日",
            index === 0 ? "2019.3.1" : "",
          ),
        ),
        pair(residentId(11), "王伟", WATER ?? "", "2014-03-05"),
        pair(residentId(1), "张敏", SCHOOLS ?? "", "2014-03-05"),
        pair(residentId(2), "无此人", WATER ?? "", "2014-03-05"),
        pair(residentId(60), "王伟", WATER ?? "", "2019年春"),
        pair(residentId(3), "钱广", WATER ?? "", `${Number(today.slice(0, 4)) + 1}-01-01`),
      ],
    },
  ];
}
