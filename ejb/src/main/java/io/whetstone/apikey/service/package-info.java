/**
 * Keys for programs: making, rotating, revoking and checking them, and what they were used for. A key never does more
 * than its person may; what it opens is decided by the access policy and by what endpoints declare.
 */
@NullMarked
package io.whetstone.apikey.service;

import org.jspecify.annotations.NullMarked;
