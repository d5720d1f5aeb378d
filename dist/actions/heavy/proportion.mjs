import { c as ModelyardError } from "./run.mjs";
import { n as betaQuantile, t as Z_975 } from "./quantiles.mjs";
// src/domain/stats/proportion.ts
function wilsonInterval({ hits, total }) {
	requireProportion({
		hits,
		total
	});
	const share = hits / total;
	const square = Z_975 ** 2 / total;
	const centre = (share + square / 2) / (1 + square);
	const half = Math.sqrt(square) * Math.sqrt(share * (1 - share) + square / 4) / (1 + square);
	return {
		low: hits === 0 ? 0 : centre - half,
		high: hits === total ? 1 : centre + half
	};
}
function clopperPearsonInterval({ hits, total }) {
	requireProportion({
		hits,
		total
	});
	return {
		low: hits === 0 ? 0 : betaQuantile(.025, hits, total - hits + 1),
		high: hits === total ? 1 : betaQuantile(.975, hits + 1, total - hits)
	};
}
function requireProportion({ hits, total }) {
	if (total < 1) throw new ModelyardError({
		code: "empty-sample",
		message: "a share of nothing has no interval",
		next: "give at least one row"
	});
	if (!(hits >= 0 && hits <= total)) throw new ModelyardError({
		code: "bad-input",
		message: `${hits} of ${total} is no share`,
		next: "give from 0 to all of them"
	});
}
export { wilsonInterval as n, clopperPearsonInterval as t };
