// src/domain/registry/match-history.ts
/**
* Matches records with the commits that brought them, by what the pointers were afterwards: each change of
* `stages.json` must leave it as the fold of the records up to some number has it, and numbers only grow. A commit
* may bring several records at once.
*
* @param steps - Blob ids of the folded pointers after each record.
* @param changes - Oldest first.
*/
function matchHistory(steps, changes) {
	const arrivals = new Array(steps.length).fill(void 0);
	const unexplained = [];
	let next = 0;
	for (const change of changes) {
		const found = change.after === void 0 ? -1 : steps.indexOf(change.after, next);
		if (found < 0) {
			unexplained.push(change);
			continue;
		}
		arrivals.fill(change, next, found + 1);
		next = found + 1;
	}
	return {
		arrivals,
		unexplained
	};
}

export { matchHistory as t };