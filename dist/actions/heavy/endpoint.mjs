export { t as openEndpoint } from "./endpoint2.mjs";
