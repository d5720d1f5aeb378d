export { r as evidenceFileName } from "./evidence2.mjs";
