export { r as MoveResult } from "./move2.mjs";
