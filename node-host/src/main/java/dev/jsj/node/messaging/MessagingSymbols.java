package dev.jsj.node.messaging;

import dev.jsj.runtime.value.Symbol;

/**
 * The keys of the methods by which classes of the runtime's own JavaScript are copied and handed
 * over. Immutable, and so the same in all agents.
 */
public final class MessagingSymbols {
    /** The {@link PortHandle} of a MessagePort. */
    public static final Symbol HANDLE = Symbol.create("messaging_port_handle");

    /** A method that answers {@code {data, deserializeInfo}}: what a copy is made of. */
    public static final Symbol CLONE = Symbol.create("messaging_clone_symbol");

    /** Like {@link #CLONE}, and gives the object up. */
    public static final Symbol TRANSFER = Symbol.create("messaging_transfer_symbol");

    /** A method that lists what is to be handed over with the object. */
    public static final Symbol TRANSFER_LIST = Symbol.create("messaging_transfer_list_symbol");

    /** A property of buffers and ports that must stay where they are. */
    public static final Symbol UNTRANSFERABLE = Symbol.create("untransferable_object_symbol");

    private MessagingSymbols() {}
}
