/**
 * Credentials of outside services: sealed with the data key of their workspace, written by people, read by the server
 * only.
 */
@NullMarked
package io.whetstone.secret.service;

import org.jspecify.annotations.NullMarked;
