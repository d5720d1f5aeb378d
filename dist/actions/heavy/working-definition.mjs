import { c as ModelyardError, o as suggestion } from "./run.mjs";
import { i as Config, o as LATER_CONFIG_KEYS, r as CONFIG_PATH, s as modelFolder } from "./json-file.mjs";
import { a as readYaml, l as LATER_DEFINITION_KEYS, s as valueOrThrow, u as ModelDefinition } from "./evidence-file.mjs";
import { n as ModelName } from "./names.mjs";
// src/commands/working-definition.ts
async function readWorkingDefinition(model, worktree) {
	const bytes = await worktree.readFile(CONFIG_PATH);
	if (bytes === void 0) throw new ModelyardError({
		code: "no-registry",
		message: `there is no registry here: ${CONFIG_PATH} is missing`,
		next: "make one with `modelyard init`"
	});
	const config = valueOrThrow(await readYaml(Config, CONFIG_PATH, bytes, LATER_CONFIG_KEYS));
	const path = `${modelFolder(config, model)}/model.yaml`;
	const content = await worktree.readFile(path);
	if (content === void 0) throw await unknownModel(model, config, worktree);
	return {
		path,
		definition: valueOrThrow(await readYaml(ModelDefinition, path, content, LATER_DEFINITION_KEYS))
	};
}
async function unknownModel(model, config, worktree) {
	const folder = `${config.registry}/models/`;
	const names = (await worktree.listFiles(`${config.registry}/models`)).filter(({ path }) => path.endsWith("/model.yaml")).map(({ path }) => path.slice(folder.length, -11)).filter((name) => ModelName.safeParse(name).success);
	return new ModelyardError({
		code: "unknown-model",
		message: `there is no model \`${model}\``,
		next: names.length === 0 ? "make one with `modelyard init`" : suggestion(model, names)
	});
}
function missingKey({ path }, key, form) {
	return new ModelyardError({
		code: "bad-input",
		message: `it has no \`${key}\``,
		next: `write \`${form}\` into it`,
		place: { path }
	});
}
export { readWorkingDefinition as n, missingKey as t };
