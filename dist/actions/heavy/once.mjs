// src/domain/once.ts
function once(make) {
	let made;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}
export { once as t };
