#!/usr/bin/env node
import module from"node:module";const HELP={"help":`modelyard: a model registry and release pipeline in a git repository.

Usage: modelyard COMMAND [arguments] [flags]

Commands
  init            Look at the repository; write the registry, a first model.yaml and workflows.
  validate        Check the registry: its files, and with --base what a branch does to it.
  register        Make a new version from a model file.
  show            Show the models, one of them, or a version.
  search          Find versions by what they are.
  history         Who moved what where, when and why.
  diff            What two versions differ in: params, metrics, data, signature.
  evaluate        Score a version on the evaluation data and compute its metrics.
  compare         Champion against challenger on the same rows.
  gates           What the policy of a stage says of a version, and why.
  bench           How fast a version answers, against the champion.
  contract        Whether a version, or its endpoint, keeps what callers rely on.
  reproduce       Train a version again and see whether the same model comes out.
  run             Run a command of model.yaml and see what it leaves.
  sample          Draw a stratified sample of the training data.
  monitor         Whether what production sees is still what the model was trained on.
  performance     Whether a model is as good in production as it was when it was evaluated.
  alert           Keep what a run of monitoring found, and the alerts of its model up to date.
  snooze          Keep an alert from speaking for a while.
  ack             Say that you look after an alert.
  retrain         Train a model again, or say whether it is time to.
  service-levels  Whether what serves a model keeps its service levels.
  tests           Take the report of a test run as evidence about a version.
  evidence        Add evidence of your own about a version.
  conclude        Say by a commit status what the jobs of a pipeline come to.
  report          Show the answers of earlier steps in one comment on GitHub.
  promote         Move a version to the next stage when the policy says yes.
  rollback        Put a version back that served before.
  archive         Take a version out of use.
  seal            Record who approved and merged promotions, and start what follows them.
  alias           Let a name stand for a version.
  completions     Print completions for bash, zsh or fish.

modelyard COMMAND --help tells more about one. --json prints one JSON document for any of them,
--report FILE writes the answer as Markdown, --version prints the release.

Exit status: 0 done or passed, 1 failed or inconclusive, 2 something to correct, 3 a remote or a
race (try again), 70 a bug, 130 interrupted.
`,"completions":`modelyard completions: Print completions for bash, zsh or fish.

Usage: modelyard completions bash|zsh|fish

Examples
  source <(modelyard completions bash)
      completes commands, flags and models in this shell; in ~/.bashrc, in every one
  modelyard completions zsh > "\${fpath[1]}/_modelyard"
      the same for zsh
  modelyard completions fish > ~/.config/fish/completions/modelyard.fish
      the same for fish
`,"init":`modelyard init: Look at the repository; write the registry, a first model.yaml and workflows.

Usage: modelyard init [MODEL] [flags]

Finds data, models and training code, asks what it cannot see, and writes files that are there for good: nothing that
exists is overwritten, and running it again changes nothing. What a file lacks that is there already is shown, and so is
what has to be clicked on GitHub. Without --approvers approvals are left to people.

Arguments
  MODEL  The name of the model.

Flags
  --task binary-classification|multiclass-classification|regression
                                  What it predicts.
  --target TEXT                   The column that it predicts.
  --positive-class TEXT           For two classes: the one that probabilities are of.
  --train TEXT                    The training data.
  --test TEXT                     Rows that no training saw, to judge versions on.
  --root TEXT                     The folder for the registry. Default: registry-data.
  --reference TEXT                The commit or tag of Modelyard's workflows that this repository
                                  calls. Default: v1.
  --approvers TEXT                A person or a team whose approval the last stage needs, as
                                  @octocat or @acme/leads; may be repeated.
  --yes                           Ask nothing; take the best guess.
  --json                          Print one JSON document.
  --format text|markdown|json     How to print the answer. Default: text.
  --report FILE                   Write the answer to this file as Markdown, too.
  --charts FOLDER                 Draw the charts of the answer into this folder, light and dark.
  --help                          Show this help.

Examples
  modelyard init
      asks what it cannot see
  modelyard init churn --target churned --positive-class yes --yes
      asks nothing
  modelyard init --approvers @acme/leads
      lets a team approve what goes to production
`,"validate":`modelyard validate: Check the registry: its files, and with --base what a branch does to it.

Usage: modelyard validate [flags]

Without flags: every file of the registry as it lies on disk, each model as a whole, and the history behind it. With
--base: what the last commit changes against that branch, tag or commit, as a pull request is judged. All problems, not
the first; each with its place and what to do. In a workflow it also asks GitHub where the evidence comes from that a
branch adds; at a terminal origin is not asked.

Flags
  --base TEXT                  Branch, tag or commit to judge against.
  --at TEXT                    With --base: the commit to judge. Default: HEAD.
  --candidates                 Also tell which models have to be trained, or have a new version to
                               promote: with --base those of its changes, otherwise all that train.
  --monitored                  Also tell which models say what production saw: \`monitor\` in
                               model.yaml.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard validate
      checks the registry on disk
  modelyard validate --base origin/main
      checks what this branch does to the registry of main
`,"register":`modelyard register: Make a new version from a model file.

Usage: modelyard register MODEL [ARTIFACT] [flags]

Hashes the artifact, reads an ONNX model's signature, and records the commit that was trained, data,
parameters and metrics. Anything but ONNX is registered unopened and judged by its predictions. The same
artifact of the same commit is registered once. With --stage its first promotion stands in the same change;
where gates do not pass nothing is proposed.

Arguments
  MODEL     The model.
  ARTIFACT  The model file or folder.

Flags
  --trained TEXT               Instead of the artifact: the folder that train left, with
                               metrics.json and params.json where it left them.
  --params TEXT                JSON or YAML file of the parameters that it was trained with.
  --param TEXT                 One parameter as name=value; may be repeated.
  --metrics TEXT               JSON or YAML file of the trainer's own metrics: shown and searched,
                               read by no gate.
  --metric TEXT                One metric as name=value; may be repeated.
  --data FILE                  Data as role=path; may be repeated; left out: the model's training
                               data.
  --columns TEXT               The columns of an input that takes several, in order.
  --signature TEXT             JSON file of inputs and outputs, for what is registered unopened.
  --as auto|onnx|opaque        How to take the artifact; \`opaque\` leaves it unopened. Default: auto.
  --uri TEXT                   Where the artifact lives, when not in the repository: https:, s3:,
                               gs:, az:, hf:, release:.
  --commit TEXT                The commit that was trained; left out: the last that changed code.
  --description TEXT           What to say about the version.
  --tag TEXT                   A tag as name=value; may be repeated.
  --pull-request N             The pull request whose merge trained it.
  --run N                      The workflow run that trained it.
  --stage TEXT                 Also plan the first promotion to this stage, in the same change.
  --evidence TEXT              A folder with evidence that measuring jobs left; taken as drafts of
                               this version are.
  --retrained                  With stage: a retraining made it. It is proposed whatever its gates
                               say: as a draft where they cannot tell, closed where they failed.
  --alert TEXT                 The issue of an alert that asked for it; may be repeated.
  --merge                      Commit to the branch that is checked out instead of making one;
                               nothing is pushed, so in a workflow only the steps of the same job
                               see it.
  --dry-run                    Show what would happen and change nothing.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard register telco-churn model.onnx --metrics metrics.json
      makes the branch of the next version
  modelyard register telco-churn model.pkl --tag team=fraud --merge
      registers a pickle unopened, on the current branch
`,"show":`modelyard show: Show the models, one of them, or a version.

Usage: modelyard show [MODEL] [VERSION] [flags]

Reads the last commit, not the files on disk; --at reads another branch, tag or commit.

Arguments
  MODEL    The model.
  VERSION  A number, an alias, a stage or \`latest\`; with @2026-10-01 as it stood then.

Flags
  --at TEXT                    Branch, tag or commit to read. Default: HEAD.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard show
      lists the models
  modelyard show telco-churn
      shows where its versions stand
  modelyard show telco-churn champion
      shows everything about a version
`,"search":`modelyard search: Find versions by what they are.

Usage: modelyard search [FILTER] [flags]

A filter compares fields: version, stage, alias, created-at, created-by, commit, format, bytes, description, model,
metrics.NAME, params.NAME, tags.NAME. It knows = != < <= > >=, like with % and _, in (…), is null, and, or, not and
parentheses. Text stands in single quotes; a bare word will do. Metrics are the trainers' own.

Arguments
  FILTER  The condition; left out: every version. Default: .

Flags
  --model TEXT                 Search one model only.
  --order TEXT                 Fields to sort by, each with asc or desc. Default: model, version.
  --limit N                    How many versions to list. Default: 100.
  --at TEXT                    Branch, tag or commit to read. Default: HEAD.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard search 'metrics.roc-auc > 0.82 and stage != archived'
      finds good versions in use
  modelyard search "tags.team like 'fraud%'" --order 'metrics.roc-auc desc' --limit 5
      finds the best five of a team
`,"history":`modelyard history: Who moved what where, when and why.

Usage: modelyard history MODEL [flags]

Reads the records of promotions, rollbacks, archivings and alias moves, with the commits that brought them and
the approvals that were sealed. A move of the pointers that no record tells is reported as tampering, with the commit;
\`modelyard validate\` looks whether anything else that was merged was changed.

Arguments
  MODEL  The model.

Flags
  --as-of TEXT                 A day, or a time with its zone; as things stood then.
  --limit N                    How many of the newest to list. Default: 50.
  --monitor                    List runs of monitoring instead: what drifted, since when. From the
                               branch modelyard-history.
  --at TEXT                    Branch, tag or commit to read. Default: HEAD.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard history telco-churn
      lists every move
  modelyard history telco-churn --as-of 2026-10-01
      tells how things stood on that day
  modelyard history telco-churn --monitor
      lists what runs of monitoring found
`,"diff":`modelyard diff: What two versions differ in: params, metrics, data, signature.

Usage: modelyard diff MODEL FIRST SECOND [flags]

Arguments
  MODEL   The model.
  FIRST   The version to start from: a number, an alias, a stage or \`latest\`.
  SECOND  The version to compare with it.

Flags
  --at TEXT                    Branch, tag or commit to read. Default: HEAD.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard diff telco-churn champion latest
      tells what the newest version changed
`,"evaluate":`modelyard evaluate: Score a version on the evaluation data and compute its metrics.

Usage: modelyard evaluate MODEL VERSION [flags]

Runs an ONNX artifact in a process of its own, in batches, and leaves evidence beside the version, where a
promotion finds it. The same finding twice is written once. Any other version is judged by a file of its predictions:
CSV, Parquet or JSON with the column probability (of the positive class), probability_<class>, label or prediction.
Where there is no champion yet it is judged by the floors of its next stage.

Arguments
  MODEL    The model.
  VERSION  A number, an alias, a stage or \`latest\`; with @2026-10-01 as it stood then.

Flags
  --data FILE                  Other rows than those that model.yaml names; no gate takes them.
  --until TEXT                 Where a rule chooses the rows: where its window ends in place of the
                               last whole day; no gate takes them.
  --no-evidence                Leave evidence beside the version; --no-evidence only looks.
  --pin                        Write the data's digest into model.yaml, so that evidence counts.
  --predictions TEXT           A file with what it predicted, a row for each of the data: for
                               versions that are no ONNX.
  --importance                 Measure what each column is worth to the model: shuffle it 10 times,
                               on up to 5,000 rows.
  --profile                    Leave the profile of its training data as well, so that monitoring
                               needs these rows no more.
  --artifact TEXT              A local copy of the artifact, where it lies outside the repository.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard evaluate telco-churn latest
      computes the metrics of the newest version
  modelyard evaluate telco-churn 5 --importance
      also measures what each column is worth to version 5
  modelyard evaluate telco-churn 5 --data data/october.csv --no-evidence
      looks at other rows, for information
`,"compare":`modelyard compare: Champion against challenger on the same rows.

Usage: modelyard compare [MODEL] [CHAMPION] [CHALLENGER] [flags]

Scores both versions, computes every metric with a paired interval of the difference, gives a verdict on the primary
metric, and judges the policy of the stage that the challenger would go to next. Leaves evidence beside the challenger.

Arguments
  MODEL       The model; left out where two files are compared.
  CHAMPION    The version that serves: a number, an alias or a stage. Default: champion.
  CHALLENGER  The version that asks to replace it. Default: latest.

Flags
  --for TEXT                      The stage whose policy judges; left out: the next one of the
                                  challenger.
  --seed N                        Seed of the bootstrap. Default: 0.
  --artifact TEXT                 A model that is no version yet, or the folder that a training left
                                  it in, in the place of the challenger: a preview.
  --against TEXT                  With such a model: another in the place of the champion, e.g. what
                                  the code of the base makes of the same sample.
  --champion-predictions TEXT     A file with what it predicted, a row for each of the data: for
                                  versions that are no ONNX.
  --challenger-predictions TEXT   A file with what it predicted, a row for each of the data: for
                                  versions that are no ONNX.
  --data FILE                     Other rows than those that model.yaml names; no gate takes them.
  --until TEXT                    Where a rule chooses the rows: where its window ends in place of
                                  the last whole day; no gate takes them.
  --no-evidence                   Leave evidence beside the version; --no-evidence only looks.
  --target TEXT                   The column that is predicted: --champion and --challenger are then
                                  files.
  --positive-class TEXT           For two files: the class that probabilities are of.
  --task binary-classification|multiclass-classification|regression
                                  For two files: what is predicted; left out: what the target looks
                                  like.
  --rows TEXT                     For two files: a file of row numbers from 0; only these rows of
                                  the data are used.
  --slices TEXT                   For two files: columns whose values make groups of rows.
  --json                          Print one JSON document.
  --format text|markdown|json     How to print the answer. Default: text.
  --report FILE                   Write the answer to this file as Markdown, too.
  --charts FOLDER                 Draw the charts of the answer into this folder, light and dark.
  --help                          Show this help.

Examples
  modelyard compare telco-churn
      compares the newest version with the champion
  modelyard compare --champion a.onnx --challenger b.onnx --data test.csv --target churn --positive-class Yes
      compares two model files, or files of their predictions, without any registry
  modelyard compare telco-churn 2 5 --report report.md
      compares two versions and keeps the report
`,"gates":`modelyard gates: What the policy of a stage says of a version, and why.

Usage: modelyard gates MODEL [VERSION] [STAGE] [flags]

Judges the gates that the last commit's model.yaml and the floors set for the stage, on the evidence of the version,
committed or just measured: what was observed, what was wanted, why, and what would change the answer. Measures and
changes nothing. --as-if asks another policy: a file with what stands under policy.<stage>, or a whole model.yaml.

Arguments
  MODEL    The model.
  VERSION  A number, an alias, a stage or \`latest\`; with @2026-10-01 as it stood then. Default:
           latest.
  STAGE    The stage whose policy judges; left out: the next one of the version.

Flags
  --explain                    Print the policy in effect, and where each line came from.
  --as-if TEXT                 A YAML file with another policy to judge by; nothing is promoted by
                               it.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard gates telco-churn 5 production
      tells whether version 5 may go to production, and why
  modelyard gates telco-churn challenger production --explain
      prints the policy in effect too, with where each line came from
`,"bench":`modelyard bench: How fast a version answers, against the champion.

Usage: modelyard bench MODEL [CHAMPION] [CHALLENGER] [flags]

Loads the champion twice and the challenger once in one process and lets them answer the same
requests in pairs, in random order: first the champion against itself, then champion against challenger. Reports
ratios of p50, p95 and p99 with intervals. Times are service times of single requests, one at a time: no queue
and no network is in them.

Arguments
  MODEL       The model.
  CHAMPION    The version that serves: a number, an alias or a stage. Default: champion.
  CHALLENGER  The version that asks to replace it. Default: latest.

Flags
  --rows-per-request N         Rows that one request carries. Default: 1.
  --seconds N                  How long to measure; never fewer than 200 pairs. Default: 20.
  --seed N                     Seed of the order and of the bootstrap. Default: 0.
  --data FILE                  Other rows than those that model.yaml names; no gate takes them.
  --until TEXT                 Where a rule chooses the rows: where its window ends in place of the
                               last whole day; no gate takes them.
  --no-evidence                Leave evidence beside the version; --no-evidence only looks.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard bench telco-churn 2 5 --seconds 2
      compares how fast two versions answer
  modelyard bench telco-churn --rows-per-request 256 --seconds 2 --no-evidence
      looks at batches of the newest version, for information
`,"contract":`modelyard contract: Whether a version, or its endpoint, keeps what callers rely on.

Usage: modelyard contract MODEL VERSION [flags]

Holds an ONNX artifact to the data's columns and to the champion's signature, and asks it in batches, row by row, twice,
and with values that training never had: an answer or a clear error is due. What is no ONNX is asked by predict of
model.yaml. With --url a running endpoint is asked, with --serve the one that model.yaml starts: its predictions must be
those that the artifact itself gives here.

Arguments
  MODEL    The model.
  VERSION  A number, an alias, a stage or \`latest\`; with @2026-10-01 as it stood then.

Flags
  --url TEXT                   A running endpoint of this version: where predictions are asked, or a
                               v2 server.
  --protocol rows|v2           What it speaks; left out: what serve of model.yaml says, otherwise
                               rows.
  --serve                      Start the endpoint by serve of model.yaml, ask it and stop it.
  --timeout-seconds N          How long an endpoint may take for one request. Default: 10.
  --data FILE                  Other rows than those that model.yaml names; no gate takes them.
  --until TEXT                 Where a rule chooses the rows: where its window ends in place of the
                               last whole day; no gate takes them.
  --no-evidence                Leave evidence beside the version; --no-evidence only looks.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard contract telco-churn latest
      tries the newest version
  modelyard contract telco-churn 4 --no-evidence
      looks at what changed for callers since the champion
`,"reproduce":`modelyard reproduce: Train a version again and see whether the same model comes out.

Usage: modelyard reproduce MODEL VERSION [flags]

Checks the version's commit out into a temporary folder, checks the digest of its training data, and
runs the training command of that commit with the same seed, under limits. The new model has the same bytes, or
predicts the same for every row of the evaluation data, or is different. Your own checkout is not touched. The
training is a command of the repository: whoever can commit to it decides what it does.

Arguments
  MODEL    The model.
  VERSION  A number, an alias, a stage or \`latest\`; with @2026-10-01 as it stood then.

Flags
  --data FILE                  Where the training data lies now, when it is not in the repository.
  --on TEXT                    Rows to compare predictions on; left out: the evaluation data of
                               model.yaml.
  --seed N                     The seed that it was trained with; left out: the one of model.yaml at
                               its commit.
  --tolerance N                How far a row's prediction may be off: of a probability, or a
                               number's relative size. Default: 0.000001.
  --install                    Run \`environment.install\` of model.yaml first; else what is installed
                               here is used.
  --minutes N                  How long each command may take. Default: 60.
  --memory-mib N               How much memory each command may take, in MiB.
  --no-evidence                Leave evidence beside the version; --no-evidence only looks.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard reproduce telco-churn latest
      trains the newest version again
  modelyard reproduce telco-churn 6 --tolerance 0.001 --minutes 10 --memory-mib 4096
      allows small differences, and no more than so much time and memory
`,"run":`modelyard run: Run a command of model.yaml and see what it leaves.

Usage: modelyard run MODEL COMMAND [flags]

Runs lint, test, train or predict of the model.yaml on disk in the repository's root, under limits. It finds its
data in MODELYARD_DATA, an empty folder in MODELYARD_OUT and a seed in MODELYARD_SEED; predict also the model in
MODELYARD_MODEL and the rows without the target. Of the surroundings it gets what programs need to start, and no token.
What it started is killed when it ends. Nothing is taken as evidence.

Arguments
  MODEL    The model.
  COMMAND  Which command of its model.yaml.

Flags
  --data FILE                  The data, such as a sample; left out: what model.yaml trains on, or
                               predicts to be judged.
  --artifact TEXT              For \`predict\`: the model, a file or a folder.
  --at TEXT                    A commit whose code and model.yaml run, in a folder of their own;
                               left out: what is on disk.
  --out TEXT                   A new folder that keeps what the command makes; left out: only
                               digests are kept.
  --timeout-minutes N          How long it may take. Default: 60.
  --memory-gib N               How much memory it may take, in GiB; left out: 4 for \`predict\`, else
                               as much as there is.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard run telco-churn train --out trained
      trains, and keeps the model
  modelyard run telco-churn train --data train.sample.csv --timeout-minutes 5 --memory-gib 2
      trains on a sample, with no more than so much time and memory
`,"sample":`modelyard sample: Draw a stratified sample of the training data.

Usage: modelyard sample MODEL [flags]

The same data, choice and seed give the same bytes on every machine. Each value of the stratified column
keeps its share, and one row at least. Rows stand as they do in the data and in its order: of a CSV also quotes, line
ends and what is missing. What is not said is taken from \`train.sample\` of the model.yaml on disk, otherwise a tenth of
the rows is drawn, stratified by the target where that is a class.
With --uncertain FILE the rows of --data are picked whose labels would teach most: those whose likeliest class lies
least above the next, a hundred by itself. --stratify spreads them, the seed decides between equal ones, and as Markdown
the answer is a checklist for an issue.

Arguments
  MODEL  The model.

Flags
  --share N                    Which share of the rows, above 0 and up to 1; left out: what
                               model.yaml says.
  --rows N                     How many rows, in place of a share.
  --stratify TEXT              The column whose values keep their shares; left out: what model.yaml
                               says.
  --seed N                     Of the draw; left out: \`train.seed\` of model.yaml.
  --data FILE                  Where the training data lies now, when it is not in the repository;
                               the rows to be labelled.
  --uncertain TEXT             A file of predictions for the rows of \`data\`: those that the model is
                               least sure of are picked.
  --out TEXT                   Where to write it; left out: NAME.sample.csv or the like, in the
                               folder you are in.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard sample telco-churn
      draws what \`train.sample\` of model.yaml says
  modelyard sample telco-churn --rows 500 --stratify senior_citizen --out sample.csv
      draws 500 rows with as many senior citizens in proportion
  modelyard sample telco-churn --data seen.csv --uncertain predictions.csv --rows 50
      picks the 50 rows whose labels would teach most
`,"monitor":`modelyard monitor: Whether what production sees is still what the model was trained on.

Usage: modelyard monitor MODEL [CURRENT] [flags]

Compares each column that both samples have: numbers by Kolmogorov and Smirnov's test, categories by the chi-squared
test of homogeneity, and the share of missing values beside them. A feature drifted when the difference is large
enough to matter and its p-value, adjusted over all tests of the run, is below 0.05. Where too few rows could not
have shown such a difference, it says so in place of a pass. The target may be missing from what production saw. The
training data are read once: their profile is kept as evidence, and from then on a run reads the current sample
alone. Where model.yaml says what production saw (monitor: {current: …}), no more than the model is named.

Arguments
  MODEL    The model.
  CURRENT  What production saw: CSV, Parquet or JSON lines by path, pattern, https:// or s3://; left
           out: what model.yaml names.

Flags
  --sql TEXT                   A query of DuckDB in its place; it reads files of the repository.
  --time TEXT                  The column that says when a row is of; UTC where it names no zone.
  --window TEXT                Read rows of so many days or hours alone, such as 7d or 12h.
  --until TEXT                 Where the window ends, in UTC; left out: with the last whole day, or
                               hour.
  --version TEXT               Whose training data it is compared with; left out: the champion.
  --reference TEXT             Files that it is compared with in their place, named as the current
                               ones.
  --learn                      Learn from which distance on a feature drifted, from parts of the
                               reference.
  --together                   Ask a classifier whether all features together moved, even where none
                               did by itself.
  --metrics TEXT               A file to write what was found to, for Prometheus; replaced where it
                               is there.
  --pushgateway TEXT           The address of a Pushgateway to hand it to, too; a token is read from
                               MODELYARD_PUSHGATEWAY_TOKEN.
  --seed N                     Of p-values that are resampled. Default: 0.
  --no-evidence                Leave the profile of training data beside a version that has none;
                               --no-evidence only looks.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard monitor telco-churn current.csv
      compares a file with what the champion was trained on
  modelyard monitor telco-churn march.csv --reference february.csv
      compares two files, column by column
  modelyard monitor telco-churn 'seen/2026-*.csv' --time seen_at --window 7d
      looks at the last seven days of many files
`,"performance":`modelyard performance: Whether a model is as good in production as it was when it was evaluated.

Usage: modelyard performance MODEL [PREDICTIONS] [flags]

Measures the metrics that model.yaml names under sla on the predictions whose label has come, and judges each
by its 95 % interval: degraded where all of it lies beyond the limit; where it lies on both sides, too few rows to tell.
What has no label yet is estimated for two classes from the probabilities themselves. That is believed where the
evaluation on record found such an estimate to hold, and where it held on the labelled rows what was measured there.

Arguments
  MODEL        The model.
  PREDICTIONS  What it predicted in production, as a file of predictions, with the target where it
               is known; left out: what model.yaml names.

Flags
  --labels TEXT                The labels that have come, in a file of their own: the key and the
                               target.
  --key TEXT                   With --labels: the column of both files by which a label finds its
                               prediction.
  --version TEXT               Whose metrics on record are the baseline; left out: the champion.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard performance telco-churn predictions.csv
      measures a file of predictions that holds the target too, empty where it is not known yet
  modelyard performance telco-churn predictions.csv --labels labels.csv --key customer_id
      finds the labels by a key
`,"alert":`modelyard alert: Keep what a run of monitoring found, and the alerts of its model up to date.

Usage: modelyard alert MODEL [flags]

Adds the run to the history, and keeps one issue for each model and kind of alert: it is opened when drift is
confirmed, brought up to date by each run, closed after good runs in a row, and opened again where what it told of
returns. A run that could not look is kept as well, and after a while it is an alert of its own. Outside of a
workflow the run is kept and issues are left alone.

Arguments
  MODEL  The model.

Flags
  --files TEXT                 What \`monitor\`, \`performance\` and \`service-levels\` left: answers, or
                               why they could not look; of a folder its *.json. Left out: they left
                               nothing.
  --looks TEXT                 What was to look: drift, performance, service-levels; one that left
                               no answer could not. Left out: what left one.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard alert telco-churn --files drift.json
      keeps what \`modelyard monitor telco-churn current.csv --json\` printed
`,"snooze":`modelyard snooze: Keep an alert from speaking for a while.

Usage: modelyard snooze SPAN ISSUE [flags]

Until then no comment says that it got worse or that something joined; that it recovered, or returned, is said all
the same, and its issue is brought up to date by each run. What is still bad afterwards is told then.

Arguments
  SPAN   How long, in days or hours, such as 7d or 12h.
  ISSUE  The number of the issue of an alert; in a comment that of its issue.

Flags
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard snooze 7d 12
      keeps the alert of issue 12 quiet for a week
`,"ack":`modelyard ack: Say that you look after an alert.

Usage: modelyard ack ISSUE [flags]

Its issue names you, and what joins is no longer told by a comment, until it has recovered. That something got
worse, that it recovered or returned is said all the same.

Arguments
  ISSUE  The number of the issue of an alert; in a comment that of its issue.

Flags
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard ack 12
      says that you look after the alert of issue 12
`,"retrain":`modelyard retrain: Train a model again, or say whether it is time to.

Usage: modelyard retrain [MODEL] [flags]

With --decide it only says which triggers of \`retrain\` in model.yaml fired and why, which did not, of which
it cannot be told, and what holds a retraining back: a run under way, a candidate that waits, the month's budget,
the cooldown, what failed before, and drift that may be chance. Without it a person asks: cooldown and what failed
hold nobody back, and the workflow that retrains is started; the issue of an alert names the model as well. It reads
no data: metrics are those that the last run of monitoring kept, or given by --measured, as rows are by --rows.

Arguments
  MODEL  Model; left out: that of the alert.

Flags
  --issue N                    The number of the issue of an alert; in a comment that of its issue.
  --decide                     Only say what would be done.
  --asked                      With decide: a person asks, as who starts the workflow by hand does.
  --rows N                     How many labelled rows the training data have now.
  --measured TEXT              A JSON file of what a job measured before: rows, and metrics with
                               intervals; or what \`performance\` answered.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard retrain telco-churn --decide
      says whether it is time, and what holds it back
  modelyard retrain telco-churn --decide --rows 7043
      the same, knowing how many labelled rows there are now
  modelyard retrain telco-churn
      starts the workflow that trains it again
  modelyard retrain --issue 12
      the same, for the model of the alert of issue 12
`,"service-levels":`modelyard service-levels: Whether what serves a model keeps its service levels.

Usage: modelyard service-levels MODEL [flags]

Holds what requests took, how many failed and how many came, and numbers of the business, against \`sla\` in
model.yaml. A limit is broken, or kept, where the whole 95 % interval lies on that side of it; otherwise there are
too few requests to tell, which is no pass. Quantiles are bounded by order statistics, and by the ends of buckets
where a histogram was read. Lines that cannot be read are counted and said, and above 5 % nothing is judged.

Arguments
  MODEL  The model.

Flags
  --logs TEXT                  An access log of what serves it, in JSON lines.
  --samples TEXT               A table of requests in its place: CSV, Parquet or JSON lines, one a
                               row.
  --prometheus TEXT            The address of a Prometheus server in their place; a token is read
                               from MODELYARD_PROMETHEUS_TOKEN.
  --business TEXT              A table with the numbers of the business.
  --business-sql TEXT          A query of DuckDB in its place; it reads files of the repository.
  --window TEXT                How long before --until is looked at, such as 24h; left out: all of a
                               file.
  --until TEXT                 The end of the window, which it does not hold; left out: now.
  --metrics TEXT               A file to write what was found to, for Prometheus; replaced where it
                               is there.
  --pushgateway TEXT           The address of a Pushgateway to hand it to, too; a token is read from
                               MODELYARD_PUSHGATEWAY_TOKEN.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard service-levels telco-churn --logs access.jsonl
      judges an access log
  modelyard service-levels telco-churn --prometheus http://localhost:9090 --window 24h
      asks a Prometheus server about the last day
`,"tests":`modelyard tests: Take the report of a test run as evidence about a version.

Usage: modelyard tests MODEL VERSION FILE [flags]

Reads JUnit XML, TAP, or the JSON of pytest-json-report, and counts what passed, failed, broke and
was skipped. The tests are not run here: the report is taken at its word, with its digest.

Arguments
  MODEL    The model.
  VERSION  A number, an alias, a stage or \`latest\`; with @2026-10-01 as it stood then.
  FILE     The report; or a folder that holds one, such as what \`run\` kept of \`test\`.

Flags
  --report-format junit|tap|pytest
                                  What it is written in; left out: told from how it begins.
  --no-evidence                   Leave evidence beside the version; --no-evidence only looks.
  --json                          Print one JSON document.
  --format text|markdown|json     How to print the answer. Default: text.
  --report FILE                   Write the answer to this file as Markdown, too.
  --charts FOLDER                 Draw the charts of the answer into this folder, light and dark.
  --help                          Show this help.

Examples
  modelyard tests telco-churn latest tests.xml
      reads what pytest --junitxml wrote
  modelyard tests telco-churn 6 out.txt --report-format tap --no-evidence
      only counts, and says what the file is
`,"evidence":`modelyard evidence: Add evidence of your own about a version.

Usage: modelyard evidence ACTION MODEL VERSION [flags]

For what a team measures or decides outside: a security review, a load test, a study. It is bound to
the version's artifact and names who added it; a gate can ask for it by its name.

Arguments
  ACTION   What to do.
  MODEL    The model.
  VERSION  A number, an alias, a stage or \`latest\`; with @2026-10-01 as it stood then.

Flags
  --name TEXT                  What was measured or looked at; a gate asks for it by this name.
  --passed                     It is as it should be.
  --failed                     It is not as it should be.
  --value TEXT                 One figure as name=number; may be repeated.
  --note TEXT                  What to say about it.
  --file TEXT                  JSON file with name, passed, values and note; flags go before what
                               stands in it.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard evidence add telco-churn 6 --name "privacy review" --passed --note "see TICKET-12"
      says that a review was passed
  modelyard evidence add telco-churn 6 --name load-test --value rps=1200 --value errors=0
      keeps figures for a gate to judge
`,"conclude":`modelyard conclude: Say by a commit status what the jobs of a pipeline come to.

Usage: modelyard conclude [flags]

Reads how the jobs ended that this one waited for. One that was skipped or cancelled is missing evidence,
which never passes; but for one that --switched-off names, and one of models where no model was touched. Where the
token may set no status the answer says so; it fails as the pipeline does.

Flags
  --needs TEXT                 How the jobs ended, in JSON: \`toJSON(needs)\` of a workflow.
  --run N                      Instead of needs, the run of a pull request whose end started this
                               one: judged by how its jobs ended.
  --switched-off TEXT          Jobs that the caller switched off; that they were skipped is no lack.
  --previews TEXT              Jobs that only show something, and let nothing pass or fail.
  --registry TEXT              The job that checked the registry, and has to pass in any case.
                               Default: registry.
  --context TEXT               The name of the commit status. Default: modelyard/pipeline.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard conclude --needs '{"registry":{"result":"success"},"lint":{"result":"success"}}'
      marks the commit of this run as passed
`,"report":`modelyard report: Show the answers of earlier steps in one comment on GitHub.

Usage: modelyard report [flags]

Reads what other commands printed with --json, and keeps one comment up to date with it: on the pull
request of this run, or where --on says. Writers that name a part of their own share the comment. Where no comment
may be written the answer says so, and is no failure.

Flags
  --files TEXT                    Files with answers, in the order of the report; of a folder its
                                  *.json, by path.
  --run N                         The run whose end started this one: what it left as
                                  \`modelyard-result-*\` is shown below the files.
  --model TEXT                    The model of the comment; left out: the one that the answers name.
  --part TEXT                     The name of this writer, where several share the comment. Default:
                                  .
  --on pull-request|issue|commit  What is commented on. Default: pull-request.
  --number N                      The number of the pull request or issue; left out: that of this
                                  run.
  --sha TEXT                      The commit to comment on; left out: that of this run.
  --registry TEXT                 The folder of the registry, which tells comments of several apart.
                                  Default: registry-data.
  --json                          Print one JSON document.
  --format text|markdown|json     How to print the answer. Default: text.
  --report FILE                   Write the answer to this file as Markdown, too.
  --charts FOLDER                 Draw the charts of the answer into this folder, light and dark.
  --help                          Show this help.

Examples
  modelyard report --files comparison.json --number 128
      shows a comparison at pull request 128
  modelyard report --files lint.json --files tests.json --part linux --number 128
      shows two answers as one part of a comment that others write to as well
`,"promote":`modelyard promote: Move a version to the next stage when the policy says yes.

Usage: modelyard promote MODEL VERSION STAGE [flags]

Judges the gates that the last commit's model.yaml sets for the stage, on the evidence of the version,
committed or just measured. When all pass, one commit swaps the pointers, moves the aliases that are tied to the
stages, archives what is replaced, adds the record, and makes the model card anew: on a branch of its own, ready to be
a pull request. Approvals are given there. --merge applies it to the current branch instead.

Arguments
  MODEL    The model.
  VERSION  A number, an alias, a stage or \`latest\`; with @2026-10-01 as it stood then.
  STAGE    The stage to promote to.

Flags
  --reason TEXT                Why; kept in the record.
  --merge                      Apply it to the current branch instead of making a branch.
  --unapproved TEXT            With --merge: why it is done without the approvals that the policy
                               asks for; kept in the record.
  --dry-run                    Show what would happen and change nothing.
  --evidence TEXT              A folder with evidence that measuring jobs left; taken as drafts of
                               this version are.
  --artifact TEXT              A local copy of the artifact, where it lies outside the repository.
  --replaces N                 The number of a pull request that this one takes the place of: it is
                               named, and closed.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard promote telco-churn 5 production --dry-run
      shows whether version 5 may go to production
  modelyard promote telco-churn challenger production --reason "better recall"
      makes the branch of the promotion
`,"rollback":`modelyard rollback: Put a version back that served before.

Usage: modelyard rollback MODEL STAGE [VERSION] [flags]

Goes only to a version that the records show in that stage by a promotion whose gates passed. Its bytes are
hashed again; no other gate is asked. What it replaces is archived. Without a version: to the one before the present
one; right after a rollback the version must be named, so that repeating the command does not go back ever further.

Arguments
  MODEL    The model.
  STAGE    The stage to roll back.
  VERSION  A number, an alias, a stage or \`latest\`; with @2026-10-01 as it stood then.

Flags
  --reason TEXT                Why; kept in the record.
  --merge                      Apply it to the current branch instead of making a branch.
  --unapproved TEXT            With --merge: why it is done without the approvals that the policy
                               asks for; kept in the record.
  --dry-run                    Show what would happen and change nothing.
  --artifact TEXT              A local copy of the artifact, where it lies outside the repository.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard rollback telco-churn production
      goes back to what was in production before
  modelyard rollback telco-churn production 2 --reason "recall fell"
      goes back to version 2
`,"archive":`modelyard archive: Take a version out of use.

Usage: modelyard archive MODEL VERSION [flags]

The version and its record stay for ever. --purge removes the bytes of its artifact from the tree and says so
in the record; what a stage in use or an alias names cannot be purged. The history of the repository keeps them until
it is rewritten.

Arguments
  MODEL    The model.
  VERSION  A number, an alias, a stage or \`latest\`; with @2026-10-01 as it stood then.

Flags
  --purge                      Remove the bytes of the artifact too.
  --reason TEXT                Why; kept in the record.
  --merge                      Apply it to the current branch instead of making a branch.
  --unapproved TEXT            With --merge: why it is done without the approvals that the policy
                               asks for; kept in the record.
  --dry-run                    Show what would happen and change nothing.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard archive telco-churn 3 --reason "worse on every metric"
      archives version 3
  modelyard archive telco-churn 3 --purge
      removes the bytes of version 3 as well
`,"seal":`modelyard seal: Record who approved and merged promotions, and start what follows them.

Usage: modelyard seal [flags]

For every merged promotion, rollback, archiving and move of an alias that has no seal yet: checks record,
pointers and approvals again by the policy that it was built on, closes other proposals of ours for the same
stage, makes a GitHub Deployment and starts the stage's workflow, and writes the seal to the branch
modelyard-audit. What did not hold is told on the commit and fails; it is sealed all the same, and not deployed.

Flags
  --limit N                    How many to seal at most; the next run goes on. Default: 50.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard seal
      seals what was merged since the last time
`,"alias":`modelyard alias: Let a name stand for a version.

Usage: modelyard alias MODEL ALIAS [VERSION] [flags]

An alias names one version that is not archived. Those that model.yaml ties to a stage, such as champion, move
only with their stage.

Arguments
  MODEL    The model.
  ALIAS    The alias.
  VERSION  A number, an alias, a stage or \`latest\`; with @2026-10-01 as it stood then.

Flags
  --remove                     Take the alias away.
  --reason TEXT                Why; kept in the record.
  --merge                      Apply it to the current branch instead of making a branch.
  --unapproved TEXT            With --merge: why it is done without the approvals that the policy
                               asks for; kept in the record.
  --dry-run                    Show what would happen and change nothing.
  --json                       Print one JSON document.
  --format text|markdown|json  How to print the answer. Default: text.
  --report FILE                Write the answer to this file as Markdown, too.
  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.
  --help                       Show this help.

Examples
  modelyard alias telco-churn shadow 4
      lets \`shadow\` name version 4
  modelyard alias telco-churn shadow --remove
      takes the name away
`};const OLDEST_NODE=24;const[first=`help`,...rest]=process.argv.slice(2);const topic=first===`help`?rest[0]:first;const wantsHelp=first===`help`||first===`--help`||first===`-h`||rest.includes(`--help`)||rest.includes(`-h`);const wanted=topic?.startsWith(`-`)||topic===void 0?`help`:topic;const help=wantsHelp&&Object.hasOwn(HELP,wanted)?HELP[wanted]:void 0;if(help!==void 0){process.stdout.on(`error`,()=>process.exit(0));process.stdout.write(help)}else if(Number.parseInt(process.versions.node,10)<OLDEST_NODE){process.stderr.write(`Error Modelyard needs Node.js ${OLDEST_NODE} or newer, and this is ${process.versions.node}.\nInstall it from https://nodejs.org, or in this project: npm install --save-dev node@${OLDEST_NODE}, and npx modelyard.\n`);process.exitCode=2}else{module.enableCompileCache?.();const{main}=await import(`./run2.mjs`);await main(process.argv.slice(2))}export{};