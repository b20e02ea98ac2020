export * from "./access/permissions";
export * from "./access/route-walk";
export * from "./api.config";
export * from "./create-api";
export { MOVE_ROUTES } from "./pairing/move-routes";
export { openApiDocument } from "./http/openapi";
export { hashPassword } from "./session/session.service";
