package dev.likeness.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code likeness completion}: what bash and zsh complete commands and options with. */
@Command(
    name = "completion",
    description = "Writes shell completion; use it as: source <(./likeness completion)",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class CompletionCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    String script = AutoComplete.bash("likeness", spec.root().commandLine());
    spec.commandLine().getOut().print(script);
    spec.commandLine().getOut().println("complete -F _complete_likeness -o default ./likeness");
    spec.commandLine().getOut().flush();
    return ExitCode.OK.status();
  }
}
