import { describe, expect, it } from "vitest";
import { placeWithin } from "./place";

describe("a place", () => {
  it("is said from one's own area downwards", () => {
    expect(placeWithin("湖北省襄阳市保康县店垭镇黄坪村", "湖北省襄阳市保康县")).toBe("店垭镇黄坪村");
    expect(placeWithin("湖北省襄阳市保康县店垭镇黄坪村", "保康县")).toBe("店垭镇黄坪村");
  });

  it("is said whole outside of it, at it, and to who sees the whole country", () => {
    expect(placeWithin("甘肃省天水市秦州区", "湖北省襄阳市保康县")).toBe("甘肃省天水市秦州区");
    expect(placeWithin("湖北省襄阳市保康县", "湖北省襄阳市保康县")).toBe("湖北省襄阳市保康县");
    expect(placeWithin("湖北省襄阳市保康县", null)).toBe("湖北省襄阳市保康县");
  });
});
