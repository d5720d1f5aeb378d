export { n as parseYaml } from "./yaml-file.mjs";
