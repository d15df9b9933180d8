// Starts the language server, and gives it the notes that are open. Everything else is in the server.
const { commands, window, workspace } = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

let client;

async function start() {
  const settings = workspace.getConfiguration("ftnotes");
  const [command, ...args] = settings.get("command");
  const pattern = settings.get("files");
  const languages = ["markdown", "plaintext"];
  client = new LanguageClient(
    "ftnotes",
    { command, args, transport: TransportKind.stdio },
    {
      documentSelector: languages.flatMap((language) => [
        { language, scheme: "file", pattern },
        { language, scheme: "untitled" },
      ]),
    },
  );
  try {
    await client.start();
  } catch (error) {
    window.showErrorMessage(
      `ftnotes: can't start "${[command, ...args].join(" ")}": ${error.message}. ` +
        "Install it with: pip install 'ftnotes[lsp]', or name its place in the setting ftnotes.command.",
    );
  }
}

async function stop() {
  const running = client;
  client = undefined;
  if (running?.isRunning()) await running.stop();
}

exports.activate = async (context) => {
  const restart = async () => {
    await stop();
    await start();
  };
  context.subscriptions.push(
    commands.registerCommand("ftnotes.restart", restart),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("ftnotes") && restart()),
  );
  await start();
};

exports.deactivate = stop;
