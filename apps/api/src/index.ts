export * from "./access/permissions";
export * from "./access/route-walk";
export * from "./api.config";
export * from "./create-api";
export { openApiDocument } from "./http/openapi";
export { hashPassword } from "./session/session.service";
