import fc from "fast-check";
import { nastyText, nastyValue } from "./broken-values";

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly nullable?: boolean;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}
interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required?: boolean;
  readonly schema?: Schema;
}
export interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
}
export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

export interface FuzzedRequest {
  readonly path: string;
  readonly body: unknown;
  readonly key: string | undefined;
}

/** Values that exist, by the name under which a request carries them: what is valid reaches further in. */
export type KnownValues = (name: string) => readonly unknown[];

/** Requests as the document describes them, a good part of them broken in one place or another. */
export class RequestArbitrary {
  constructor(
    private readonly document: OpenApiDocument,
    private readonly known: KnownValues,
  ) {}

  of(path: string, operation: Operation): fc.Arbitrary<FuzzedRequest> {
    const parameters = operation.parameters ?? [];
    const inPath = parameters.filter((each) => each.in === "path");
    const inQuery = parameters.filter((each) => each.in === "query");
    const isCommand = parameters.some(({ name }) => name.toLowerCase() === "idempotency-key");
    const bodySchema = operation.requestBody?.content["application/json"]?.schema;
    return fc
      .record({
        inPath: fc.tuple(...inPath.map((each) => this.text(each, true))),
        inQuery: fc.tuple(...inQuery.map((each) => fc.option(this.text(each, false), { nil: undefined }))),
        extraQuery: rarely(fc.constant("&surplus=1"), ""),
        body: bodySchema === undefined ? fc.constant(undefined) : this.perhapsBroken(bodySchema),
        key: isCommand ? keyArbitrary : fc.constant(undefined),
      })
      .map((made) => ({
        path: filled(path, inPath, made.inPath) + queryOf(inQuery, made.inQuery) + surplusOf(inQuery, made),
        body: made.body,
        key: made.key,
      }));
  }

  private text({ name, schema }: Parameter, inPath: boolean): fc.Arbitrary<string> {
    const valid = this.valid(schema ?? {}, name === "id" && inPath ? "caseId" : name).map(String);
    return fc.oneof({ arbitrary: valid, weight: 3 }, { arbitrary: nastyText, weight: 1 });
  }

  private perhapsBroken(schema: Schema): fc.Arbitrary<unknown> {
    const valid = this.valid(schema, "");
    const broken = fc
      .tuple(valid, fc.nat(), nastyValue, fc.constantFrom("replace", "remove", "add", "whole"))
      .map(([value, at, nasty, how]) => brokenAt(value, at, nasty, how));
    return fc.oneof({ arbitrary: valid, weight: 2 }, { arbitrary: broken, weight: 3 });
  }

  private valid(schema: Schema, name: string): fc.Arbitrary<unknown> {
    const made = this.ofSchema(this.resolved(schema), name);
    return schema.nullable === true ? fc.option(made, { nil: null, freq: 4 }) : made;
  }

  private ofSchema(schema: Schema, name: string): fc.Arbitrary<unknown> {
    const known = this.known(name);
    if (known.length > 0) return fc.constantFrom(...known);
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    const alternatives = schema.anyOf ?? schema.oneOf;
    if (alternatives !== undefined) return fc.oneof(...alternatives.map((each) => this.valid(each, name)));
    if (schema.allOf !== undefined)
      return fc.tuple(...schema.allOf.map((each) => this.valid(each, name))).map(merged);
    switch (typeOf(schema)) {
      case "object":
        return this.ofObject(schema);
      case "array":
        return fc.array(this.valid(schema.items ?? {}, name), { maxLength: 3 });
      case "integer":
      case "number":
        return fc.integer({
          min: schema.minimum ?? -10,
          max: Math.min(schema.maximum ?? 2 ** 53 - 1, 2 ** 53 - 1),
        });
      case "boolean":
        return fc.boolean();
      case "string":
        return textOf(schema);
      default:
        return nastyValue;
    }
  }

  private ofObject({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
    const fields = Object.fromEntries(
      Object.entries(properties).map(([name, each]) => [name, this.valid(each, name)]),
    );
    return fc.record(fields, { requiredKeys: [...required] as never[] });
  }

  private resolved(schema: Schema): Schema {
    if (schema.$ref === undefined) return schema;
    const name = schema.$ref.replace("#/components/schemas/", "");
    const found = this.document.components?.schemas?.[name];
    if (found === undefined) throw new Error(`the document has no ${schema.$ref}`);
    return this.resolved(found);
  }
}

const keyArbitrary = fc.oneof(
  { arbitrary: fc.uuid(), weight: 12 },
  { arbitrary: fc.constantFrom("", "same-key", "with space", "\u00e9", "k".repeat(129)), weight: 1 },
  { arbitrary: fc.constant(undefined), weight: 1 },
);

function rarely<Value>(arbitrary: fc.Arbitrary<Value>, otherwise: Value): fc.Arbitrary<Value> {
  return fc.oneof({ arbitrary: fc.constant(otherwise), weight: 9 }, { arbitrary, weight: 1 });
}

function typeOf({ type, properties }: Schema): string | undefined {
  if (type === undefined) return properties === undefined ? undefined : "object";
  return typeof type === "string" ? type : type.find((each) => each !== "null");
}

function textOf({ format, pattern, minLength = 0, maxLength = 200 }: Schema): fc.Arbitrary<string> {
  if (format === "uuid") return fc.uuid();
  if (format === "date-time") return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 60), unit: "grapheme" });
}

function merged(parts: readonly unknown[]): unknown {
  return Object.assign({}, ...parts) as unknown;
}

function filled(path: string, parameters: readonly Parameter[], values: readonly string[]): string {
  return parameters.reduce(
    (made, { name }, index) => made.replace(`{${name}}`, encoded(values[index] ?? "") || "%20"),
    path,
  );
}

function queryOf(parameters: readonly Parameter[], values: readonly (string | undefined)[]): string {
  const given = parameters.flatMap(({ name }, index) => {
    const value = values[index];
    return value === undefined ? [] : [`${name}=${encoded(value)}`];
  });
  return given.length === 0 ? "" : `?${given.join("&")}`;
}

function surplusOf(
  parameters: readonly Parameter[],
  { extraQuery, inQuery }: { extraQuery: string; inQuery: readonly unknown[] },
): string {
  if (extraQuery === "" || parameters.length === 0) return "";
  return inQuery.some((value) => value !== undefined) ? extraQuery : extraQuery.replace("&", "?");
}

/** A lone surrogate has no encoding; a request line holds no more than some kilobytes. */
function encoded(text: string): string {
  return encodeURIComponent(Buffer.from(text.slice(0, 1_000), "utf8").toString("utf8"));
}

/** Breaks one place of a value: the place is counted over all that is in it. */
function brokenAt(value: unknown, at: number, nasty: unknown, how: string): unknown {
  if (how === "whole" || typeof value !== "object" || value === null) return nasty;
  const names = Object.keys(value);
  const name = names[at % Math.max(names.length, 1)];
  const copy = { ...value } as Record<string, unknown>;
  if (how === "add" || name === undefined) return { ...copy, surplus: nasty };
  const inner = copy[name];
  if (typeof inner === "object" && inner !== null && at % 3 !== 0)
    return { ...copy, [name]: brokenAt(inner, Math.floor(at / 3), nasty, how) };
  if (how === "remove") {
    const { [name]: _removed, ...rest } = copy;
    return rest;
  }
  return { ...copy, [name]: nasty };
}
