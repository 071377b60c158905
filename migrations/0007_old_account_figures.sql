DROP POLICY "account_figure_tenant" ON "account_figure";--> statement-breakpoint
DROP POLICY "account_figure_public" ON "account_figure";--> statement-breakpoint
-- unused since 0.1.0: the figures are accounts now, and no version with this table was released
DROP TABLE "account_figure";
