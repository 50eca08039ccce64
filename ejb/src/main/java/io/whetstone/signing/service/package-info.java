/** The keys that sign access tokens: kept in the database, sealed, and replaced without signing anybody out. */
@NullMarked
package io.whetstone.signing.service;

import org.jspecify.annotations.NullMarked;
