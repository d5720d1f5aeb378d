// src/domain/registry/move-plan.ts
function refuse(...reasons) {
	return {
		plan: "refused",
		reasons
	};
}
/** The last fields of every record. */
function requestFields({ requestedBy, requestedAt, reason, unapproved }) {
	return {
		"requested-by": requestedBy,
		"requested-at": requestedAt,
		...reason === void 0 ? {} : { reason },
		...unapproved === void 0 ? {} : { unapproved }
	};
}
/** Why the bytes of a version cannot be trusted, if they cannot. */
function artifactReason(version, expected, finding) {
	if (finding.is === "same") return void 0;
	if (finding.is === "absent") return {
		message: finding.why,
		next: finding.next
	};
	return {
		message: `the artifact of version ${version} hashes to ${finding.sha256.slice(0, 12)}…, its record says ${expected.slice(0, 12)}…`,
		next: "the bytes were changed after they were registered: restore them from git, or register them as a new version"
	};
}

export { refuse as n, requestFields as r, artifactReason as t };