export { t as parseEvidence } from "./evidence-file.mjs";
