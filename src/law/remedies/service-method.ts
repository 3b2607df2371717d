/** The way a letter reached its addressee (送达方式). */
export type ServiceMethod = "hand" | "registered-mail" | "ordinary-mail" | "email" | "online" | "fax" | "notice";
