// src/domain/stats/random.ts
function randomStream(seed) {
	let state = seedState(seed);
	const single = new Uint32Array(1);
	const fillBelow = (bound, draws) => {
		let [a, b, c, d] = state;
		const threshold = (2 ** 32 - bound) % bound;
		for (let index = 0; index < draws.length;) {
			const scrambled = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
			const shifted = b << 9;
			c ^= a;
			d ^= b;
			b ^= c;
			a ^= d;
			c ^= shifted;
			d = rotate(d, 11);
			const product = scrambled * bound;
			const high = Math.floor(product / 2 ** 32);
			if (product - high * 2 ** 32 < threshold) continue;
			draws[index] = high;
			index += 1;
		}
		state = [
			a,
			b,
			c,
			d
		];
	};
	return {
		below(bound) {
			fillBelow(bound, single);
			return single[0];
		},
		fillBelow
	};
}
function rotate(value, by) {
	return value << by | value >>> 32 - by;
}
function seedState(seed) {
	let mixed = seed | 0;
	const splitmix = () => {
		mixed = mixed + 2654435769 | 0;
		let value = mixed ^ mixed >>> 16;
		value = Math.imul(value, 569420461);
		value ^= value >>> 15;
		value = Math.imul(value, 1935289751);
		return value ^ value >>> 15;
	};
	return [
		splitmix(),
		splitmix(),
		splitmix(),
		splitmix()
	];
}
export { randomStream as t };
