export { r as evidenceFileName } from "./evidence.mjs";
