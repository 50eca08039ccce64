/** Letters to people, through SMTP. What is to be sent is stored with the change that it tells of. */
@NullMarked
package io.whetstone.mail.service;

import org.jspecify.annotations.NullMarked;
