import { C as strictObject, D as union, F as _minLength, L as _regex, P as _maxLength, S as refine, a as _null, f as int, g as number, k as _gte, l as describe, o as array, p as literal, r as _enum, s as boolean, w as string, x as record, y as optional } from "./schemas.mjs";
import { d as VersionNumber, i as PersonName, l as Timestamp, o as Sha256, r as ObjectId, u as UserName } from "./names.mjs";
import { t as sorted } from "./sorted.mjs";
const TensorFields = {
	name: string().check(_minLength(1), _maxLength(1e3), describe("The tensor's name, letter for letter.")),
	datatype: _enum([
		"BOOL",
		"UINT8",
		"UINT16",
		"UINT32",
		"UINT64",
		"INT8",
		"INT16",
		"INT32",
		"INT64",
		"FP16",
		"BF16",
		"FP32",
		"FP64",
		"BYTES",
		"OTHER"
	]),
	shape: array(int().check(_gte(-1))).check(_maxLength(16), describe("Sizes, -1 where a size is free."))
};
const InputTensor = strictObject({
	...TensorFields,
	columns: optional(array(UserName).check(_maxLength(1e5)))
});
const OutputTensor = strictObject(TensorFields);
const Signature = strictObject({
	inputs: array(InputTensor).check(_maxLength(1e5)),
	outputs: array(OutputTensor).check(_maxLength(1e3))
});
const ArtifactUri = string().check(_maxLength(2e3), _regex(/^(?:\.\/model(?:\.[A-Za-z0-9.]{1,40})?|(?:https|s3|gs|az|hf|release):[^\s\\]+)$/, { error: "an address: ./model… beside the record, or https:, s3:, gs:, az:, hf:, release:" }), refine((uri) => !uri.includes(".."), { error: "an address without `..`" }));
const Artifact = strictObject({
	uri: ArtifactUri,
	sha256: Sha256,
	bytes: int().check(_gte(0)),
	format: _enum(["onnx", "opaque"]),
	kind: optional(string().check(_maxLength(60))),
	"runs-code-when-loaded": optional(literal(true)),
	files: optional(int().check(_gte(1))),
	opsets: optional(sorted(record(string().check(_maxLength(200)), int().check(_gte(1)))))
});
const DataReference = strictObject({
	role: string().check(_regex(/^[a-z][a-z0-9-]{0,30}$/, { error: "a role like train, validation or test" })),
	uri: string().check(_minLength(1), _maxLength(2e3)),
	sha256: Sha256,
	rows: optional(int().check(_gte(0)))
});
const Scalar = union([
	string().check(_maxLength(1e4)),
	number(),
	boolean(),
	_null()
]);
const Params = sorted(record(UserName, union([Scalar, array(Scalar).check(_maxLength(1e4))])));
const ClaimedMetrics = sorted(record(UserName, number()));
const VersionRecord = strictObject({
	schema: literal(1),
	version: VersionNumber,
	"created-at": Timestamp,
	"created-by": PersonName,
	commit: ObjectId,
	tree: ObjectId,
	"pull-request": optional(int().check(_gte(1))),
	run: optional(int().check(_gte(1))),
	artifact: Artifact,
	signature: optional(Signature),
	data: array(DataReference).check(_maxLength(1e3)),
	params: Params,
	metrics: ClaimedMetrics
});
const LastVersion = strictObject({
	schema: literal(1),
	last: VersionNumber
});
export { VersionRecord as n, LastVersion as t };
