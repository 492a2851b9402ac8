/**
 * Events: told at least once, acted upon once.
 *
 * <p>A service appends an event to its {@link dev.likeness.platform.event.Outbox} in the
 * transaction of the change that it tells of; a relay publishes it to Kafka after the commit.
 * Whoever hears it acts in one transaction with the {@link dev.likeness.platform.event.Inbox}
 * remembering the event's id, so hearing it twice does nothing. {@link
 * dev.likeness.platform.event.EventConsumer} holds the rule of consumption, once for all channels.
 */
@NullMarked
package dev.likeness.platform.event;

import org.jspecify.annotations.NullMarked;
