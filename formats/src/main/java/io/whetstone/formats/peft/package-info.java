/** LoRA adapters as the PEFT library stores them. */
@NullMarked
package io.whetstone.formats.peft;

import org.jspecify.annotations.NullMarked;
