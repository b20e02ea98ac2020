import type { INestApplication, Type } from "@nestjs/common";
import { METHOD_METADATA, PATH_METADATA } from "@nestjs/common/constants";
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from "@nestjs/core";
import { RequestMethod } from "@nestjs/common";
import { ACCESS_RULE, type AccessRule } from "./access.decorator";

export interface Route {
  readonly method: string;
  readonly path: string;
  readonly handler: string;
  readonly rule: AccessRule | undefined;
  /** Where the handler is defined, for reading what else is noted on it. */
  readonly target: { readonly controller: Record<string, unknown>; readonly method: string };
}

/** Every route of the application with the rule that guards it. */
export function routesOf(app: INestApplication): Route[] {
  const reflector = new Reflector();
  const scanner = new MetadataScanner();
  return new DiscoveryService(app.get(ModulesContainer))
    .getControllers()
    .flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: unknown[]) => unknown>;
      const controller = metatype as Type;
      const [base] = [reflector.get<string | string[] | undefined>(PATH_METADATA, controller)].flat();
      return scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name];
        if (handler === undefined) return [];
        const method = reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
        if (method === undefined) return [];
        const [path] = [reflector.get<string | string[] | undefined>(PATH_METADATA, handler)].flat();
        const rule = reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [handler, controller]);
        return [
          {
            method: RequestMethod[method] ?? "",
            path: joined(base, path),
            handler: `${controller.name}.${name}`,
            rule,
            target: { controller: prototype, method: name },
          },
        ];
      });
    });
}

/** @throws Error that names each route without an access rule */
export function assertEveryRouteHasARule(app: INestApplication): void {
  const open = routesOf(app).filter(({ rule }) => rule === undefined);
  if (open.length > 0)
    throw new Error(`routes without an access rule: ${open.map(({ handler }) => handler).join(", ")}`);
}

function joined(...parts: readonly (string | undefined)[]): string {
  const path = parts
    .flatMap((part) => (part ?? "").split("/"))
    .filter((segment) => segment !== "")
    .join("/");
  return `/${path}`;
}
