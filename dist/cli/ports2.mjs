import { t as openPorts } from "./ports.mjs";

export { openPorts };