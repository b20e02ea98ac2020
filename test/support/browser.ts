import { mkdir } from "node:fs/promises";
import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { chromium, type Browser, type Locator, type Page } from "playwright-core";

const ARTEFACTS = path.join(__dirname, "..", "artefacts");
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
export const WIDE = { width: 1440, height: 900 };
export const NARROW = { width: 390, height: 844 };

/** In points. */
export const A4 = [595, 842];

interface Printed {
  readonly sheets: number;
  /** Width and height of the first sheet, in points. */
  readonly size: readonly number[];
}

/** A person at the console: sees pages in Chinese, and notes every address outside that a page asks for. */
export class Reader {
  readonly outside: string[] = [];
  readonly faults: string[] = [];

  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
    private readonly baseUrl: string,
  ) {
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(baseUrl) && !url.startsWith("data:") && !url.startsWith("blob:"))
        this.outside.push(url);
    });
    page.on("pageerror", (fault) => this.faults.push(fault.message));
  }

  static async open(
    baseUrl: string,
    viewport: { width: number; height: number },
    locale = "zh-CN",
  ): Promise<Reader> {
    const browser = await chromium.launch({
      executablePath: process.env["JIEDUI_CHROMIUM"] ?? "/usr/bin/chromium",
      args: ARGUMENTS,
    });
    const context = await browser.newContext({ viewport, locale, timezoneId: "Asia/Shanghai" });
    // The console speaks Chinese until somebody chooses another language.
    if (!locale.startsWith("zh"))
      await context.addInitScript(() => localStorage.setItem("jiedui.language", "en"));
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    return new Reader(browser, page, baseUrl);
  }

  async goTo(address: string): Promise<void> {
    await this.page.goto(`${this.baseUrl}${address}`);
    await this.settled();
  }

  async signIn(login: string, password: string): Promise<void> {
    await this.goTo("/sign-in");
    await this.page.locator("#login").fill(login);
    await this.page.locator("#password").fill(password);
    await this.page.keyboard.press("Enter");
    await this.page.waitForURL((url) => !url.pathname.includes("sign-in"));
    await this.settled();
  }

  /** Chooses from a list, once nothing moves: a list that opens from a moving field closes again. */
  async choose(field: Locator, option: string): Promise<void> {
    await field.waitFor();
    await this.still();
    await field.click();
    await this.still();
    const options = this.page.locator(".ant-select-dropdown:visible");
    await options.getByTitle(option, { exact: true }).click();
    await options.waitFor({ state: "hidden" });
  }

  private async still(): Promise<void> {
    await this.page.waitForFunction(() =>
      document.getAnimations().every(({ playState }) => playState !== "running"),
    );
  }

  /** Data has come and skeletons are gone. */
  async settled(): Promise<void> {
    await this.page.waitForLoadState("networkidle");
    await this.page.waitForFunction(() => document.querySelector(".ant-skeleton") === null);
  }

  /** Finds somebody or something by name, and picks the first: by its very element, for what was found last may still move. */
  async pick(field: Locator, name: string): Promise<void> {
    await field.waitFor();
    await this.still();
    await field.fill(name);
    const list = this.page.locator(`[id="${(await field.getAttribute("id")) ?? ""}_list"]`);
    const options = this.page
      .locator(".ant-select-dropdown", { has: list })
      .locator(".ant-select-item-option");
    await options.filter({ hasText: name }).first().dispatchEvent("click");
    const select = field.locator('xpath=ancestor::div[contains(concat(" ", @class, " "), " ant-select ")]');
    await select.filter({ hasText: name }).waitFor();
  }

  /**
   * The form of a pairing's move, filled in and sent; it goes away when the move is done.
   * @param verb what its button says
   */
  async take(
    { caseId, act, verb }: { caseId: string; act: string; verb: string },
    fill: (form: Locator) => Promise<void>,
  ): Promise<void> {
    await this.goTo(`/pairings/${caseId}?act=${act}`);
    const form = this.page.getByRole("dialog");
    await fill(form);
    await this.send(form, verb);
  }

  /** @throws Error with what stands beside the button when the form does not go away */
  async send(form: Locator, verb: string): Promise<void> {
    await form.getByRole("button", { name: verb, exact: true }).click();
    await form.waitFor({ state: "hidden" }).catch(async (cause: unknown) => {
      const said = await form.locator('[role="alert"], .ant-form-item-explain-error').allInnerTexts();
      throw new Error(`“${verb}” was not done: ${said.join(" ")}`, { cause });
    });
  }

  /** Kept as an artefact; for people to look at. */
  async picture(name: string): Promise<void> {
    await mkdir(ARTEFACTS, { recursive: true });
    await this.page.screenshot({ path: path.join(ARTEFACTS, `${name}.png`), animations: "disabled" });
  }

  /** Prints the page as its own style sheets say; kept as an artefact. */
  async print(name: string): Promise<Printed> {
    await mkdir(ARTEFACTS, { recursive: true });
    const pdf = await this.page.pdf({
      path: path.join(ARTEFACTS, `${name}.pdf`),
      preferCSSPageSize: true,
      printBackground: true,
    });
    const text = pdf.toString("latin1");
    const box = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text);
    return {
      sheets: [...text.matchAll(/\/Type\s*\/Page\b/g)].length,
      size: [box?.[1], box?.[2]].map((side) => Math.round(Number(side))),
    };
  }

  /** Violations of accessibility rules on the present page, a line each. */
  async accessibilityFindings(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary ?? ""}`),
    );
  }

  /** By how many pixels the page can be scrolled sideways. */
  sidewaysPixels(): Promise<number> {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}
