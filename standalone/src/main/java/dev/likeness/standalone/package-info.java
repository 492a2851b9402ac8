/**
 * Likeness in one process: the four services, a PostgreSQL and a Kafka beside them.
 *
 * <p>{@link dev.likeness.standalone.Main} takes the command line, claims the {@link
 * dev.likeness.standalone.DataFolder data folder}, starts both servers at the same time ({@code
 * embedded}), points the configuration of the services at them and hands over to Quarkus. The
 * services notice no difference to four processes: same database schemas, same topics, same events.
 *
 * <p>Everything is undone in one place, a JVM shutdown hook: first Quarkus, then Kafka, then
 * PostgreSQL, whatever ended the process. After a {@code kill -9} the next start clears up.
 */
@NullMarked
package dev.likeness.standalone;

import org.jspecify.annotations.NullMarked;
