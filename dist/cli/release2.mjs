// src/domain/release.ts
/** This release of Modelyard; a test holds it to package.json. */
const RELEASE = "0.1.0";

export { RELEASE as t };