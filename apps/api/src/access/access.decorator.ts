import { SetMetadata, applyDecorators, createParamDecorator, type ExecutionContext } from "@nestjs/common";
import { ApiOperation } from "@nestjs/swagger";
import type { Role } from "@jiedui/http-contracts";
import type { Scope } from "@jiedui/database";
import type { Request } from "express";
import type { Permission } from "./permissions";

export const ACCESS_RULE = "jiedui:access";
export type AccessRule = Permission | "public";

/** Every route says who may use it, and what it does; one that says nothing is refused at start. */
export const Access = (rule: Permission, summary: string) =>
  applyDecorators(SetMetadata(ACCESS_RULE, rule), ApiOperation({ summary }));
/** For signing in and for probes: no account, no data. */
export const Public = (summary: string) =>
  applyDecorators(SetMetadata(ACCESS_RULE, "public"), ApiOperation({ summary }));

/** Who is asking. */
export interface SignedIn {
  readonly accountId: string;
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  readonly areaCode: string | null;
  readonly areaName: string | null;
  readonly helperId: string | null;
  readonly mustChangePassword: boolean;
  readonly csrfToken: string;
  readonly tokenHash: string;
  readonly scope: Scope;
}

export interface SignedInRequest extends Request {
  signedIn?: SignedIn;
}

export const Asking = createParamDecorator((_data: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<SignedInRequest>();
  if (signedIn === undefined) throw new Error("a route that asks who is asking is not public");
  return signedIn;
});
