declare const brand: unique symbol;
/** A `Base` that only its own constructor or parser makes: an incident id is never mistaken for an event id. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
