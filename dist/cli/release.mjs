import { t as RELEASE } from "./release2.mjs";

export { RELEASE };