/**
 * The command line: the main job with the engine alone.
 *
 * <p>{@link dev.likeness.cli.SynthesizeCommand} reads the command line, {@link
 * dev.likeness.cli.Job} walks a file through the engine, exactly as the services do, so that the
 * same file, options and seed give the same bytes there and here. Everything that can go wrong
 * becomes a {@link dev.likeness.cli.CommandFailure} with one of the documented {@link
 * dev.likeness.cli.ExitCode exit codes} and one line that says what to do; a stack trace or a value
 * of the data is never printed.
 */
@NullMarked
package dev.likeness.cli;

import org.jspecify.annotations.NullMarked;
