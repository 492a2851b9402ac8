/** Plain SQL for the tables that exist once per schema and so cannot be entities. */
@NullMarked
package dev.likeness.platform.sql;

import org.jspecify.annotations.NullMarked;
