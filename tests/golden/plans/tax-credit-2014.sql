-- standings; fields: f_amount int64, f_first_without_fine bool, f_force_majeure bool, f_in_a_row int64, f_in_the_year int64, f_indicator string, f_office_fault bool, f_proper bool, f_rating string, f_state string, f_turnover int64, f_with_reason bool
WITH "t24" AS (
  SELECT
    "t20"."subject",
    "t20"."record",
    "t20"."type",
    "t20"."document",
    "t20"."happened",
    "t20"."ends",
    "t20"."leaves",
    "t20"."severity",
    "t20"."kind",
    "t20"."adverse",
    "t20"."known",
    "t20"."retracts",
    "t20"."superseded",
    "t20"."doubt_from",
    "t20"."doubt_until",
    "t20"."replaced",
    "t20"."f_indicator",
    "t20"."f_amount",
    "t20"."f_office_fault",
    "t20"."f_force_majeure",
    "t20"."f_first_without_fine",
    "t20"."f_state",
    "t20"."f_turnover",
    "t20"."f_rating",
    "t20"."f_in_a_row",
    "t20"."f_with_reason",
    "t20"."f_in_the_year",
    "t20"."f_proper",
    "t20"."question",
    "t20"."as_of",
    "t20"."known_at",
    "t20"."public_since",
    "t20"."opens_0",
    "t20"."opens_1",
    "t20"."opens_2",
    "t20"."number",
    CASE
      WHEN "t20"."number" = 0
      THEN 10000
      WHEN "t20"."number" IN (1, 2, 6, 7)
      THEN -5000
      WHEN "t20"."number" IN (3, 4)
      THEN -3000
      WHEN "t20"."number" = 5
      THEN -11000
      ELSE CAST(NULL AS BIGINT)
    END AS "worth",
    (
      "t20"."doubt_from" IS NOT NULL
    )
    AND (
      "t20"."doubt_from" <= "t20"."known_at"
    )
    AND (
      (
        "t20"."doubt_until" IS NULL
      ) OR (
        "t20"."known_at" < "t20"."doubt_until"
      )
    ) AS "doubted",
    (
      "t20"."public_since" IS NOT NULL
    )
    AND (
      "t20"."happened" < "t20"."public_since"
    ) AS "early"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t9"."subject",
        "t9"."record",
        "t9"."type",
        "t9"."document",
        "t9"."happened",
        "t9"."ends",
        "t9"."leaves",
        "t9"."severity",
        "t9"."kind",
        "t9"."adverse",
        "t9"."known",
        "t9"."retracts",
        "t9"."superseded",
        "t9"."doubt_from",
        "t9"."doubt_until",
        "t9"."replaced",
        "t9"."f_indicator",
        "t9"."f_amount",
        "t9"."f_office_fault",
        "t9"."f_force_majeure",
        "t9"."f_first_without_fine",
        "t9"."f_state",
        "t9"."f_turnover",
        "t9"."f_rating",
        "t9"."f_in_a_row",
        "t9"."f_with_reason",
        "t9"."f_in_the_year",
        "t9"."f_proper",
        "t15"."question",
        "t15"."as_of",
        "t15"."known_at",
        "t15"."public_since",
        "t15"."opens_0",
        "t15"."opens_1",
        "t15"."opens_2",
        "t12"."number"
      FROM "records" AS "t9"
      INNER JOIN (
        SELECT
          "t7"."question",
          "t7"."subject",
          "t7"."as_of",
          "t7"."known_at",
          "t8"."public_since",
          "t8"."opens_0",
          "t8"."opens_1",
          "t8"."opens_2"
        FROM "questions" AS "t7"
        INNER JOIN "days" AS "t8"
          ON "t7"."as_of" = "t8"."as_of"
      ) AS "t15"
        ON "t9"."subject" = "t15"."subject"
      INNER JOIN "factors" AS "t12"
        ON "t9"."type" = "t12"."type"
    ) AS "t17"
    WHERE
      "t17"."known" <= "t17"."known_at"
      AND (
        (
          "t17"."replaced" IS NULL
        ) OR (
          "t17"."known_at" < "t17"."replaced"
        )
      )
  ) AS "t20"
), "t45" AS (
  SELECT
    "t44"."question",
    "t44"."number",
    "t44"."record",
    "t44"."document",
    "t44"."happened",
    "t44"."ends",
    "t44"."leaves",
    "t44"."known",
    "t44"."worth",
    "t44"."doubted",
    "t44"."early",
    "t44"."given"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t42"."subject",
        "t42"."record",
        "t42"."type",
        "t42"."document",
        "t42"."happened",
        "t42"."ends",
        "t42"."leaves",
        "t42"."severity",
        "t42"."kind",
        "t42"."adverse",
        "t42"."known",
        "t42"."retracts",
        "t42"."superseded",
        "t42"."doubt_from",
        "t42"."doubt_until",
        "t42"."replaced",
        "t42"."f_indicator",
        "t42"."f_amount",
        "t42"."f_office_fault",
        "t42"."f_force_majeure",
        "t42"."f_first_without_fine",
        "t42"."f_state",
        "t42"."f_turnover",
        "t42"."f_rating",
        "t42"."f_in_a_row",
        "t42"."f_with_reason",
        "t42"."f_in_the_year",
        "t42"."f_proper",
        "t42"."question",
        "t42"."as_of",
        "t42"."known_at",
        "t42"."public_since",
        "t42"."opens_0",
        "t42"."opens_1",
        "t42"."opens_2",
        "t42"."number",
        "t42"."worth",
        "t42"."doubted",
        "t42"."early",
        "t42"."mended",
        "t42"."by_0",
        "t42"."by_1",
        "t42"."by_2",
        "t42"."share",
        "t42"."unmended",
        COALESCE("t42"."worth" - "t42"."unmended", 0) AS "given"
      FROM (
        SELECT
          "t41"."subject",
          "t41"."record",
          "t41"."type",
          "t41"."document",
          "t41"."happened",
          "t41"."ends",
          "t41"."leaves",
          "t41"."severity",
          "t41"."kind",
          "t41"."adverse",
          "t41"."known",
          "t41"."retracts",
          "t41"."superseded",
          "t41"."doubt_from",
          "t41"."doubt_until",
          "t41"."replaced",
          "t41"."f_indicator",
          "t41"."f_amount",
          "t41"."f_office_fault",
          "t41"."f_force_majeure",
          "t41"."f_first_without_fine",
          "t41"."f_state",
          "t41"."f_turnover",
          "t41"."f_rating",
          "t41"."f_in_a_row",
          "t41"."f_with_reason",
          "t41"."f_in_the_year",
          "t41"."f_proper",
          "t41"."question",
          "t41"."as_of",
          "t41"."known_at",
          "t41"."public_since",
          "t41"."opens_0",
          "t41"."opens_1",
          "t41"."opens_2",
          "t41"."number",
          CASE
            WHEN COALESCE("t41"."worth" < 0, FALSE)
            THEN (
              DIVIDE("t41"."worth", 1000) * (
                1000 - "t41"."share"
              )
            ) + (
              DIVIDE((
                "t41"."worth" % 1000
              ) * (
                1000 - "t41"."share"
              ), 1000) + CASE
                WHEN (
                  (
                    (
                      "t41"."worth" % 1000
                    ) * (
                      1000 - "t41"."share"
                    )
                  ) % 1000
                ) > 0
                THEN 1
                ELSE 0
              END
            )
            ELSE "t41"."worth"
          END AS "worth",
          "t41"."doubted",
          "t41"."early",
          "t41"."mended",
          "t41"."by_0",
          "t41"."by_1",
          "t41"."by_2",
          "t41"."share",
          "t41"."worth" AS "unmended"
        FROM (
          SELECT
            "t38"."subject",
            "t38"."record",
            "t38"."type",
            "t38"."document",
            "t38"."happened",
            "t38"."ends",
            "t38"."leaves",
            "t38"."severity",
            "t38"."kind",
            "t38"."adverse",
            "t38"."known",
            "t38"."retracts",
            "t38"."superseded",
            "t38"."doubt_from",
            "t38"."doubt_until",
            "t38"."replaced",
            "t38"."f_indicator",
            "t38"."f_amount",
            "t38"."f_office_fault",
            "t38"."f_force_majeure",
            "t38"."f_first_without_fine",
            "t38"."f_state",
            "t38"."f_turnover",
            "t38"."f_rating",
            "t38"."f_in_a_row",
            "t38"."f_with_reason",
            "t38"."f_in_the_year",
            "t38"."f_proper",
            "t38"."question",
            "t38"."as_of",
            "t38"."known_at",
            "t38"."public_since",
            "t38"."opens_0",
            "t38"."opens_1",
            "t38"."opens_2",
            "t38"."number",
            "t38"."worth",
            "t38"."doubted",
            "t38"."early",
            "t38"."mended",
            "t38"."by_0",
            "t38"."by_1",
            "t38"."by_2",
            CASE
              WHEN "t38"."number" = 1
              THEN CASE
                WHEN COALESCE("t38"."mended" <= "t38"."by_0", FALSE)
                THEN 1000
                WHEN COALESCE("t38"."mended" <= "t38"."by_1", FALSE)
                THEN 400
                WHEN COALESCE("t38"."mended" <= "t38"."by_2", FALSE)
                THEN 200
                ELSE 0
              END
              WHEN "t38"."number" IN (2, 3, 4, 5, 6, 7)
              THEN CASE
                WHEN COALESCE("t38"."mended" <= "t38"."by_0", FALSE)
                THEN 800
                WHEN COALESCE("t38"."mended" <= "t38"."by_1", FALSE)
                THEN 400
                WHEN COALESCE("t38"."mended" <= "t38"."by_2", FALSE)
                THEN 200
                ELSE 0
              END
              ELSE 0
            END AS "share"
          FROM (
            SELECT
              "t27"."subject",
              "t27"."record",
              "t27"."type",
              "t27"."document",
              "t27"."happened",
              "t27"."ends",
              "t27"."leaves",
              "t27"."severity",
              "t27"."kind",
              "t27"."adverse",
              "t27"."known",
              "t27"."retracts",
              "t27"."superseded",
              "t27"."doubt_from",
              "t27"."doubt_until",
              "t27"."replaced",
              "t27"."f_indicator",
              "t27"."f_amount",
              "t27"."f_office_fault",
              "t27"."f_force_majeure",
              "t27"."f_first_without_fine",
              "t27"."f_state",
              "t27"."f_turnover",
              "t27"."f_rating",
              "t27"."f_in_a_row",
              "t27"."f_with_reason",
              "t27"."f_in_the_year",
              "t27"."f_proper",
              "t27"."question",
              "t27"."as_of",
              "t27"."known_at",
              "t27"."public_since",
              "t27"."opens_0",
              "t27"."opens_1",
              "t27"."opens_2",
              "t27"."number",
              "t27"."worth",
              "t27"."doubted",
              "t27"."early",
              "t36"."mended",
              "t11"."by_0",
              "t11"."by_1",
              "t11"."by_2"
            FROM "t24" AS "t27"
            LEFT OUTER JOIN (
              SELECT
                "t34"."question",
                "t34"."number",
                "t34"."record",
                MIN("t34"."mended") AS "mended"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t30"."question",
                    "t30"."number",
                    "t30"."document",
                    "t30"."record",
                    "t30"."wrong",
                    "t28"."mended"
                  FROM (
                    SELECT
                      "t25"."question",
                      "t25"."number",
                      "t25"."document",
                      "t25"."record",
                      "t25"."happened" AS "wrong"
                    FROM "t24" AS "t25"
                  ) AS "t30"
                  INNER JOIN (
                    SELECT
                      "t23"."question",
                      "t23"."number",
                      "t23"."document",
                      "t23"."happened" AS "mended"
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t9"."subject",
                            "t9"."record",
                            "t9"."type",
                            "t9"."document",
                            "t9"."happened",
                            "t9"."ends",
                            "t9"."leaves",
                            "t9"."severity",
                            "t9"."kind",
                            "t9"."adverse",
                            "t9"."known",
                            "t9"."retracts",
                            "t9"."superseded",
                            "t9"."doubt_from",
                            "t9"."doubt_until",
                            "t9"."replaced",
                            "t9"."f_indicator",
                            "t9"."f_amount",
                            "t9"."f_office_fault",
                            "t9"."f_force_majeure",
                            "t9"."f_first_without_fine",
                            "t9"."f_state",
                            "t9"."f_turnover",
                            "t9"."f_rating",
                            "t9"."f_in_a_row",
                            "t9"."f_with_reason",
                            "t9"."f_in_the_year",
                            "t9"."f_proper",
                            "t15"."question",
                            "t15"."as_of",
                            "t15"."known_at",
                            "t15"."public_since",
                            "t15"."opens_0",
                            "t15"."opens_1",
                            "t15"."opens_2",
                            "t13"."number"
                          FROM "records" AS "t9"
                          INNER JOIN (
                            SELECT
                              "t7"."question",
                              "t7"."subject",
                              "t7"."as_of",
                              "t7"."known_at",
                              "t8"."public_since",
                              "t8"."opens_0",
                              "t8"."opens_1",
                              "t8"."opens_2"
                            FROM "questions" AS "t7"
                            INNER JOIN "days" AS "t8"
                              ON "t7"."as_of" = "t8"."as_of"
                          ) AS "t15"
                            ON "t9"."subject" = "t15"."subject"
                          INNER JOIN "mends" AS "t13"
                            ON "t9"."type" = "t13"."type"
                        ) AS "t18"
                        WHERE
                          "t18"."known" <= "t18"."known_at"
                          AND (
                            (
                              "t18"."replaced" IS NULL
                            ) OR (
                              "t18"."known_at" < "t18"."replaced"
                            )
                          )
                      ) AS "t21"
                      WHERE
                        NOT (
                          "t21"."retracts"
                        )
                        AND (
                          (
                            "t21"."superseded" IS NULL
                          ) OR (
                            "t21"."known_at" < "t21"."superseded"
                          )
                        )
                        AND "t21"."happened" <= "t21"."as_of"
                    ) AS "t23"
                  ) AS "t28"
                    ON "t30"."question" = "t28"."question"
                    AND "t30"."number" = "t28"."number"
                    AND "t30"."document" = "t28"."document"
                ) AS "t32"
                WHERE
                  "t32"."mended" >= "t32"."wrong"
              ) AS "t34"
              GROUP BY
                1,
                2,
                3
            ) AS "t36"
              ON "t27"."question" = "t36"."question"
              AND "t27"."number" = "t36"."number"
              AND "t27"."record" = "t36"."record"
            LEFT OUTER JOIN "deadlines" AS "t11"
              ON "t27"."number" = "t11"."number" AND "t27"."happened" = "t11"."happened"
          ) AS "t38"
        ) AS "t41"
      ) AS "t42"
    ) AS "t43"
    WHERE
      NOT (
        "t43"."retracts"
      )
      AND (
        (
          "t43"."superseded" IS NULL
        ) OR (
          "t43"."known_at" < "t43"."superseded"
        )
      )
      AND "t43"."happened" <= "t43"."as_of"
      AND (
        (
          "t43"."leaves" IS NULL
        ) OR (
          "t43"."as_of" < "t43"."leaves"
        )
      )
      AND (
        (
          "t43"."ends" IS NULL
        ) OR (
          "t43"."as_of" < "t43"."ends"
        )
      )
      AND "t43"."happened" > "t43"."opens_0"
      AND CASE
        WHEN "t43"."number" = 1
        THEN TRUE
        AND COALESCE("t43"."f_indicator" = 'late_filing', FALSE)
        AND COALESCE("t43"."f_amount" <= 1000000, FALSE)
        WHEN "t43"."number" = 2
        THEN TRUE
        AND COALESCE("t43"."f_indicator" = 'late_filing', FALSE)
        AND COALESCE("t43"."f_amount" > 1000000, FALSE)
        WHEN "t43"."number" = 3
        THEN TRUE AND COALESCE("t43"."f_indicator" = 'late_accounts', FALSE)
        WHEN "t43"."number" = 4
        THEN TRUE AND COALESCE("t43"."f_indicator" = 'accounting_method', FALSE)
        WHEN "t43"."number" = 5
        THEN TRUE AND COALESCE("t43"."f_indicator" = 'bank_accounts', FALSE)
        WHEN "t43"."number" = 6
        THEN TRUE AND COALESCE("t43"."f_indicator" = 'withholding', FALSE)
        WHEN "t43"."number" = 7
        THEN TRUE AND COALESCE("t43"."f_indicator" = 'unpaid_tax', FALSE)
        ELSE TRUE
      END
      AND "t43"."worth" IS NOT NULL
      AND NOT (
        CASE
          WHEN "t43"."number" IN (1, 2, 3, 4, 5, 6, 7)
          THEN FALSE
          OR COALESCE("t43"."f_office_fault" = TRUE, FALSE)
          OR COALESCE("t43"."f_force_majeure" = TRUE, FALSE)
          OR COALESCE("t43"."f_first_without_fine" = TRUE, FALSE)
          ELSE FALSE
        END
      )
  ) AS "t44"
)
SELECT
  "t69"."question",
  "t69"."subject",
  "t69"."as_of",
  "t69"."known_at",
  "t69"."points",
  "t69"."grade",
  "t69"."direct",
  "t69"."rank",
  "t69"."stage",
  "t69"."reduced_to",
  "t69"."ceiling"
FROM (
  SELECT
    "t68"."question",
    "t68"."subject",
    "t68"."as_of",
    "t68"."known_at",
    "t68"."base",
    "t68"."reached",
    "t68"."raised",
    "t68"."points",
    "t68"."band",
    "t68"."state_0",
    "t68"."state_1",
    "t68"."above_0",
    "t68"."above_1",
    "t68"."above_2",
    "t68"."above_3",
    "t68"."above_4",
    "t68"."above_5",
    "t68"."above_6",
    "t68"."above_7",
    "t68"."firm",
    "t68"."firm_direct",
    "t68"."offer",
    "t68"."offered",
    "t68"."code",
    "t68"."direct",
    "t68"."ceiling",
    CASE
      WHEN "t68"."code" = 1
      THEN 'D'
      WHEN "t68"."code" = 2
      THEN 'C'
      WHEN "t68"."code" = 3
      THEN 'M'
      WHEN "t68"."code" = 4
      THEN 'B'
      WHEN "t68"."code" = 5
      THEN 'A'
      ELSE CAST(NULL AS TEXT)
    END AS "grade",
    CAST(NULL AS BIGINT) AS "rank",
    CAST(NULL AS TEXT) AS "stage",
    CAST(NULL AS BIGINT) AS "reduced_to"
  FROM (
    SELECT
      "t67"."question",
      "t67"."subject",
      "t67"."as_of",
      "t67"."known_at",
      "t67"."base",
      "t67"."reached",
      "t67"."raised",
      "t67"."points",
      "t67"."band",
      "t67"."state_0",
      "t67"."state_1",
      "t67"."above_0",
      "t67"."above_1",
      "t67"."above_2",
      "t67"."above_3",
      "t67"."above_4",
      "t67"."above_5",
      "t67"."above_6",
      "t67"."above_7",
      "t67"."firm",
      "t67"."firm_direct",
      "t67"."offer",
      "t67"."offered",
      CASE
        WHEN (
          "t67"."above_0" = 2
        ) AND (
          "t67"."code" > 3
        )
        THEN 3
        WHEN (
          "t67"."above_1" = 2
        ) AND (
          "t67"."code" > 3
        )
        THEN 3
        WHEN (
          "t67"."above_2" = 2
        ) AND (
          "t67"."code" > 4
        )
        THEN 4
        WHEN (
          "t67"."above_3" = 2
        ) AND (
          "t67"."code" > 4
        )
        THEN 4
        WHEN (
          "t67"."above_4" = 2
        ) AND (
          "t67"."code" > 4
        )
        THEN 4
        WHEN (
          "t67"."above_5" = 2
        ) AND (
          "t67"."code" > 4
        )
        THEN 4
        WHEN (
          "t67"."above_6" = 2
        ) AND (
          "t67"."code" > 4
        )
        THEN 4
        WHEN (
          "t67"."above_7" = 2
        ) AND (
          "t67"."code" > 4
        )
        THEN 4
        ELSE "t67"."code"
      END AS "code",
      "t67"."direct",
      CASE
        WHEN (
          "t67"."above_0" = 2
        ) AND (
          "t67"."code" > 3
        )
        THEN 0
        WHEN (
          "t67"."above_1" = 2
        ) AND (
          "t67"."code" > 3
        )
        THEN 1
        WHEN (
          "t67"."above_2" = 2
        ) AND (
          "t67"."code" > 4
        )
        THEN 2
        WHEN (
          "t67"."above_3" = 2
        ) AND (
          "t67"."code" > 4
        )
        THEN 3
        WHEN (
          "t67"."above_4" = 2
        ) AND (
          "t67"."code" > 4
        )
        THEN 4
        WHEN (
          "t67"."above_5" = 2
        ) AND (
          "t67"."code" > 4
        )
        THEN 5
        WHEN (
          "t67"."above_6" = 2
        ) AND (
          "t67"."code" > 4
        )
        THEN 6
        WHEN (
          "t67"."above_7" = 2
        ) AND (
          "t67"."code" > 4
        )
        THEN 7
        ELSE CAST(NULL AS BIGINT)
      END AS "ceiling"
    FROM (
      SELECT
        "t66"."question",
        "t66"."subject",
        "t66"."as_of",
        "t66"."known_at",
        "t66"."base",
        "t66"."reached",
        "t66"."raised",
        "t66"."points",
        "t66"."band",
        "t66"."state_0",
        "t66"."state_1",
        "t66"."above_0",
        "t66"."above_1",
        "t66"."above_2",
        "t66"."above_3",
        "t66"."above_4",
        "t66"."above_5",
        "t66"."above_6",
        "t66"."above_7",
        "t66"."firm",
        "t66"."firm_direct",
        "t66"."offer",
        "t66"."offered",
        CASE
          WHEN (
            "t66"."firm" > 0
          ) AND (
            "t66"."offer" > "t66"."firm"
          )
          THEN "t66"."offer"
          ELSE "t66"."firm"
        END AS "code",
        CASE
          WHEN (
            "t66"."firm" > 0
          ) AND (
            "t66"."offer" > "t66"."firm"
          )
          THEN "t66"."offered"
          ELSE "t66"."firm_direct"
        END AS "direct"
      FROM (
        SELECT
          "t65"."question",
          "t65"."subject",
          "t65"."as_of",
          "t65"."known_at",
          "t65"."base",
          "t65"."reached",
          "t65"."raised",
          "t65"."points",
          "t65"."band",
          "t65"."state_0",
          "t65"."state_1",
          "t65"."above_0",
          "t65"."above_1",
          "t65"."above_2",
          "t65"."above_3",
          "t65"."above_4",
          "t65"."above_5",
          "t65"."above_6",
          "t65"."above_7",
          CASE
            WHEN COALESCE("t65"."state_0", 0) = 2
            THEN 1
            WHEN COALESCE("t65"."state_1", 0) = 2
            THEN 1
            ELSE "t65"."band"
          END AS "firm",
          CASE
            WHEN COALESCE("t65"."state_0", 0) = 2
            THEN 0
            WHEN COALESCE("t65"."state_1", 0) = 2
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END AS "firm_direct",
          GREATEST(
            CASE WHEN COALESCE("t65"."state_0", 0) = 1 THEN 1 ELSE 0 END,
            CASE
              WHEN (
                COALESCE("t65"."state_1", 0) = 1
              )
              AND NOT (
                COALESCE("t65"."state_0", 0) = 2
              )
              THEN 1
              ELSE 0
            END
          ) AS "offer",
          CASE
            WHEN COALESCE("t65"."state_0", 0) = 1
            THEN 0
            WHEN (
              COALESCE("t65"."state_1", 0) = 1
            )
            AND NOT (
              COALESCE("t65"."state_0", 0) = 2
            )
            THEN 1
            ELSE CAST(NULL AS BIGINT)
          END AS "offered"
        FROM (
          SELECT
            "t64"."question",
            "t64"."subject",
            "t64"."as_of",
            "t64"."known_at",
            "t64"."base",
            "t64"."reached",
            "t64"."raised",
            "t64"."points",
            "t64"."band",
            CASE WHEN COALESCE("t64"."met_0", 0) = 1 THEN 1 ELSE 0 END + CASE WHEN COALESCE("t64"."sure_0", 0) = 1 THEN 1 ELSE 0 END AS "state_0",
            CASE WHEN COALESCE("t64"."met_1", 0) = 1 THEN 1 ELSE 0 END + CASE WHEN COALESCE("t64"."sure_1", 0) = 1 THEN 1 ELSE 0 END AS "state_1",
            CASE WHEN COALESCE("t64"."met_2", 0) = 1 THEN 1 ELSE 0 END + CASE WHEN COALESCE("t64"."sure_2", 0) = 1 THEN 1 ELSE 0 END AS "above_0",
            CASE WHEN COALESCE("t64"."met_3", 0) = 1 THEN 1 ELSE 0 END + CASE WHEN COALESCE("t64"."sure_3", 0) = 1 THEN 1 ELSE 0 END AS "above_1",
            CASE WHEN COALESCE("t64"."met_4", 0) = 1 THEN 1 ELSE 0 END + CASE WHEN COALESCE("t64"."sure_4", 0) = 1 THEN 1 ELSE 0 END AS "above_2",
            CASE WHEN COALESCE("t64"."met_5", 0) = 1 THEN 1 ELSE 0 END + CASE WHEN COALESCE("t64"."sure_5", 0) = 1 THEN 1 ELSE 0 END AS "above_3",
            CASE WHEN COALESCE("t64"."met_6", 0) = 1 THEN 1 ELSE 0 END + CASE WHEN COALESCE("t64"."sure_6", 0) = 1 THEN 1 ELSE 0 END AS "above_4",
            CASE WHEN COALESCE("t64"."met_7", 0) = 1 THEN 1 ELSE 0 END + CASE WHEN COALESCE("t64"."sure_7", 0) = 1 THEN 1 ELSE 0 END AS "above_5",
            CASE WHEN COALESCE("t64"."met_8", 0) = 1 THEN 1 ELSE 0 END + CASE WHEN COALESCE("t64"."sure_8", 0) = 1 THEN 1 ELSE 0 END AS "above_6",
            CASE WHEN COALESCE("t64"."met_9", 0) = 1 THEN 1 ELSE 0 END + CASE WHEN COALESCE("t64"."sure_9", 0) = 1 THEN 1 ELSE 0 END AS "above_7"
          FROM (
            SELECT
              "t63"."question",
              "t63"."subject",
              "t63"."as_of",
              "t63"."known_at",
              "t63"."base",
              "t63"."reached",
              "t63"."raised",
              "t63"."points",
              "t63"."band",
              "t40"."met_0",
              "t40"."sure_0",
              "t40"."met_1",
              "t40"."sure_1",
              "t40"."met_2",
              "t40"."sure_2",
              "t40"."met_3",
              "t40"."sure_3",
              "t40"."met_4",
              "t40"."sure_4",
              "t40"."met_5",
              "t40"."sure_5",
              "t40"."met_6",
              "t40"."sure_6",
              "t40"."met_7",
              "t40"."sure_7",
              "t40"."met_8",
              "t40"."sure_8",
              "t40"."met_9",
              "t40"."sure_9"
            FROM (
              SELECT
                "t61"."question",
                "t61"."subject",
                "t61"."as_of",
                "t61"."known_at",
                "t61"."base",
                "t61"."reached",
                "t61"."raised",
                "t61"."points",
                CASE
                  WHEN "t61"."points" >= 90000
                  THEN 5
                  WHEN "t61"."points" >= 70000
                  THEN 4
                  WHEN "t61"."points" >= 69950
                  THEN 3
                  WHEN "t61"."points" >= 40000
                  THEN 2
                  WHEN "t61"."points" >= 0
                  THEN 1
                  ELSE 0
                END AS "band"
              FROM (
                SELECT
                  "t60"."question",
                  "t60"."subject",
                  "t60"."as_of",
                  "t60"."known_at",
                  90000 AS "base",
                  90000 + COALESCE("t60"."earned", 0) AS "reached",
                  GREATEST(90000 + COALESCE("t60"."earned", 0), 0) AS "raised",
                  LEAST(GREATEST(90000 + COALESCE("t60"."earned", 0), 0), 100000) AS "points"
                FROM (
                  SELECT
                    "t7"."question",
                    "t7"."subject",
                    "t7"."as_of",
                    "t7"."known_at",
                    "t8"."public_since",
                    "t8"."opens_0",
                    "t8"."opens_1",
                    "t8"."opens_2",
                    "t59"."earned"
                  FROM "questions" AS "t7"
                  INNER JOIN "days" AS "t8"
                    ON "t7"."as_of" = "t8"."as_of"
                  LEFT OUTER JOIN (
                    SELECT
                      "t57"."question",
                      SUM("t57"."points") AS "earned"
                    FROM (
                      SELECT
                        "t56"."question",
                        "t56"."slot",
                        "t56"."points"
                      FROM (
                        SELECT
                          "t55"."question",
                          "t55"."number",
                          "t55"."record",
                          "t55"."happened",
                          "t55"."ends",
                          "t55"."leaves",
                          "t55"."points",
                          "t55"."why",
                          "t55"."given",
                          -1 AS "slot"
                        FROM (
                          SELECT
                            *
                          FROM (
                            SELECT
                              "t50"."question",
                              "t50"."number",
                              "t50"."record",
                              "t50"."happened",
                              "t50"."ends",
                              "t50"."leaves",
                              "t50"."points",
                              "t50"."why",
                              "t50"."given"
                            FROM (
                              SELECT
                                "t47"."question",
                                "t47"."number",
                                "t47"."record",
                                "t47"."document",
                                "t47"."happened",
                                "t47"."ends",
                                "t47"."leaves",
                                "t47"."known",
                                "t47"."worth",
                                "t47"."doubted",
                                "t47"."early",
                                CASE
                                  WHEN NOT (
                                    (
                                      "t47"."worth" < 0
                                    ) AND (
                                      "t47"."doubted" OR "t47"."early"
                                    )
                                  )
                                  THEN "t47"."given"
                                  ELSE 0
                                END AS "given",
                                CASE
                                  WHEN (
                                    "t47"."worth" < 0
                                  ) AND (
                                    "t47"."doubted" OR "t47"."early"
                                  )
                                  THEN 0
                                  ELSE "t47"."worth"
                                END AS "points",
                                CASE
                                  WHEN (
                                    "t47"."worth" < 0
                                  ) AND (
                                    "t47"."doubted" OR "t47"."early"
                                  )
                                  THEN CASE WHEN "t47"."doubted" THEN 'in_doubt' ELSE 'before_public' END
                                  ELSE ''
                                END AS "why"
                              FROM (
                                SELECT
                                  *
                                FROM "t45" AS "t46"
                                WHERE
                                  "t46"."number" IN (1, 2, 3, 6, 7)
                              ) AS "t47"
                            ) AS "t50"
                          ) AS "t51"
                          UNION ALL
                          SELECT
                            *
                          FROM (
                            SELECT
                              "t53"."question",
                              "t53"."number",
                              "t53"."record",
                              "t53"."happened",
                              "t53"."ends",
                              "t53"."leaves",
                              "t53"."points",
                              "t53"."why",
                              "t53"."given"
                            FROM (
                              SELECT
                                "t52"."question",
                                "t52"."number",
                                "t52"."record",
                                "t52"."document",
                                "t52"."happened",
                                "t52"."ends",
                                "t52"."leaves",
                                "t52"."known",
                                "t52"."worth",
                                "t52"."doubted",
                                "t52"."early",
                                CASE
                                  WHEN NOT (
                                    "t52"."out"
                                  )
                                  AND (
                                    "t52"."place" = 0
                                  )
                                  AND (
                                    (
                                      "t52"."out_before" IS NULL
                                    ) OR (
                                      "t52"."out_before" <= "t52"."favour"
                                    )
                                  )
                                  THEN "t52"."given"
                                  ELSE 0
                                END AS "given",
                                "t52"."favour",
                                "t52"."out",
                                "t52"."event",
                                "t52"."rank",
                                "t52"."place",
                                "t52"."sure_before",
                                "t52"."out_before",
                                CASE
                                  WHEN NOT (
                                    "t52"."out"
                                  )
                                  AND (
                                    "t52"."place" = 0
                                  )
                                  AND (
                                    (
                                      "t52"."out_before" IS NULL
                                    ) OR (
                                      "t52"."out_before" <= "t52"."favour"
                                    )
                                  )
                                  THEN "t52"."worth"
                                  ELSE 0
                                END AS "points",
                                CASE
                                  WHEN NOT (
                                    "t52"."out"
                                  )
                                  AND (
                                    "t52"."place" = 0
                                  )
                                  AND (
                                    (
                                      "t52"."out_before" IS NULL
                                    ) OR (
                                      "t52"."out_before" <= "t52"."favour"
                                    )
                                  )
                                  THEN ''
                                  WHEN "t52"."out" AND (
                                    COALESCE("t52"."sure_before", 0) = 0
                                  )
                                  THEN CASE WHEN "t52"."doubted" THEN 'in_doubt' ELSE 'before_public' END
                                  ELSE 'later_one'
                                END AS "why"
                              FROM (
                                SELECT
                                  "t49"."question",
                                  "t49"."number",
                                  "t49"."record",
                                  "t49"."document",
                                  "t49"."happened",
                                  "t49"."ends",
                                  "t49"."leaves",
                                  "t49"."known",
                                  "t49"."worth",
                                  "t49"."doubted",
                                  "t49"."early",
                                  "t49"."given",
                                  "t49"."favour",
                                  "t49"."out",
                                  "t49"."event",
                                  "t49"."rank",
                                  ROW_NUMBER() OVER (
                                    PARTITION BY "t49"."question", "t49"."number", "t49"."event", "t49"."out"
                                    ORDER BY "t49"."rank" DESC, "t49"."happened" DESC, "t49"."known" DESC, "t49"."record" DESC
                                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                  ) - 1 AS "place",
                                  SUM(CASE WHEN NOT (
                                    "t49"."out"
                                  ) THEN 1 ELSE 0 END) OVER (
                                    PARTITION BY "t49"."question", "t49"."number", "t49"."event"
                                    ORDER BY "t49"."rank" DESC, "t49"."happened" DESC, "t49"."known" DESC, "t49"."record" DESC
                                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                                  ) AS "sure_before",
                                  MAX(CASE WHEN "t49"."out" THEN "t49"."favour" ELSE CAST(NULL AS BIGINT) END) OVER (
                                    PARTITION BY "t49"."question", "t49"."number", "t49"."event"
                                    ORDER BY "t49"."rank" DESC, "t49"."happened" DESC, "t49"."known" DESC, "t49"."record" DESC
                                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                                  ) AS "out_before"
                                FROM (
                                  SELECT
                                    "t48"."question",
                                    "t48"."number",
                                    "t48"."record",
                                    "t48"."document",
                                    "t48"."happened",
                                    "t48"."ends",
                                    "t48"."leaves",
                                    "t48"."known",
                                    "t48"."worth",
                                    "t48"."doubted",
                                    "t48"."early",
                                    "t48"."given",
                                    "t48"."worth" AS "favour",
                                    (
                                      "t48"."worth" < 0
                                    ) AND (
                                      "t48"."doubted" OR "t48"."early"
                                    ) AS "out",
                                    CASE
                                      WHEN "t48"."number" IN (4, 5)
                                      THEN CAST(EXTRACT(year FROM "t48"."happened") AS BIGINT)
                                      ELSE 0
                                    END AS "event",
                                    CASE WHEN "t48"."number" IN (4, 5) THEN ABS("t48"."worth") ELSE 0 END AS "rank"
                                  FROM (
                                    SELECT
                                      *
                                    FROM "t45" AS "t46"
                                    WHERE
                                      "t46"."number" IN (0, 4, 5)
                                  ) AS "t48"
                                ) AS "t49"
                              ) AS "t52"
                            ) AS "t53"
                          ) AS "t54"
                        ) AS "t55"
                      ) AS "t56"
                    ) AS "t57"
                    GROUP BY
                      1
                  ) AS "t59"
                    ON "t7"."question" = "t59"."question"
                ) AS "t60"
              ) AS "t61"
            ) AS "t63"
            LEFT OUTER JOIN (
              SELECT
                "t37"."question",
                MAX(CASE WHEN (
                  "t37"."number" = 0
                ) AND "t37"."met" THEN 1 ELSE 0 END) AS "met_0",
                MAX(CASE WHEN (
                  "t37"."number" = 0
                ) AND "t37"."sure" THEN 1 ELSE 0 END) AS "sure_0",
                MAX(CASE WHEN (
                  "t37"."number" = 1
                ) AND "t37"."met" THEN 1 ELSE 0 END) AS "met_1",
                MAX(CASE WHEN (
                  "t37"."number" = 1
                ) AND "t37"."sure" THEN 1 ELSE 0 END) AS "sure_1",
                MAX(CASE WHEN (
                  "t37"."number" = 2
                ) AND "t37"."met" THEN 1 ELSE 0 END) AS "met_2",
                MAX(CASE WHEN (
                  "t37"."number" = 2
                ) AND "t37"."sure" THEN 1 ELSE 0 END) AS "sure_2",
                MAX(CASE WHEN (
                  "t37"."number" = 3
                ) AND "t37"."met" THEN 1 ELSE 0 END) AS "met_3",
                MAX(CASE WHEN (
                  "t37"."number" = 3
                ) AND "t37"."sure" THEN 1 ELSE 0 END) AS "sure_3",
                MAX(CASE WHEN (
                  "t37"."number" = 4
                ) AND "t37"."met" THEN 1 ELSE 0 END) AS "met_4",
                MAX(CASE WHEN (
                  "t37"."number" = 4
                ) AND "t37"."sure" THEN 1 ELSE 0 END) AS "sure_4",
                MAX(CASE WHEN (
                  "t37"."number" = 5
                ) AND "t37"."met" THEN 1 ELSE 0 END) AS "met_5",
                MAX(CASE WHEN (
                  "t37"."number" = 5
                ) AND "t37"."sure" THEN 1 ELSE 0 END) AS "sure_5",
                MAX(CASE WHEN (
                  "t37"."number" = 6
                ) AND "t37"."met" THEN 1 ELSE 0 END) AS "met_6",
                MAX(CASE WHEN (
                  "t37"."number" = 6
                ) AND "t37"."sure" THEN 1 ELSE 0 END) AS "sure_6",
                MAX(CASE WHEN (
                  "t37"."number" = 7
                ) AND "t37"."met" THEN 1 ELSE 0 END) AS "met_7",
                MAX(CASE WHEN (
                  "t37"."number" = 7
                ) AND "t37"."sure" THEN 1 ELSE 0 END) AS "sure_7",
                MAX(CASE WHEN (
                  "t37"."number" = 8
                ) AND "t37"."met" THEN 1 ELSE 0 END) AS "met_8",
                MAX(CASE WHEN (
                  "t37"."number" = 8
                ) AND "t37"."sure" THEN 1 ELSE 0 END) AS "sure_8",
                MAX(CASE WHEN (
                  "t37"."number" = 9
                ) AND "t37"."met" THEN 1 ELSE 0 END) AS "met_9",
                MAX(CASE WHEN (
                  "t37"."number" = 9
                ) AND "t37"."sure" THEN 1 ELSE 0 END) AS "sure_9"
              FROM (
                SELECT
                  "t33"."question",
                  "t33"."number",
                  "t33"."record",
                  "t33"."happened",
                  "t33"."fits",
                  "t33"."firm",
                  "t33"."last_day",
                  "t33"."last_firm_day",
                  "t33"."only_latest",
                  "t33"."fits"
                  AND (
                    NOT (
                      "t33"."only_latest"
                    ) OR (
                      "t33"."happened" = "t33"."last_day"
                    )
                  ) AS "met",
                  "t33"."fits"
                  AND "t33"."firm"
                  AND (
                    NOT (
                      "t33"."only_latest"
                    )
                    OR COALESCE("t33"."happened" = "t33"."last_firm_day", FALSE)
                  ) AS "sure"
                FROM (
                  SELECT
                    "t31"."question",
                    "t31"."number",
                    "t31"."record",
                    "t31"."happened",
                    "t31"."fits",
                    "t31"."firm",
                    MAX("t31"."happened") OVER (
                      PARTITION BY "t31"."question", "t31"."number"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) AS "last_day",
                    MAX(CASE WHEN "t31"."firm" THEN "t31"."happened" ELSE CAST(NULL AS DATE) END) OVER (
                      PARTITION BY "t31"."question", "t31"."number"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) AS "last_firm_day",
                    CASE WHEN "t31"."number" IN (1, 3, 5, 8) THEN TRUE ELSE FALSE END AS "only_latest"
                  FROM (
                    SELECT
                      "t22"."question",
                      "t22"."number",
                      "t22"."record",
                      "t22"."happened",
                      CASE
                        WHEN "t22"."number" = 0
                        THEN TRUE AND COALESCE("t22"."severity" = 'serious', FALSE)
                        WHEN "t22"."number" IN (1, 9)
                        THEN TRUE AND COALESCE("t22"."f_state" = 'non_normal', FALSE)
                        WHEN "t22"."number" = 3
                        THEN TRUE AND COALESCE("t22"."f_turnover" <= 0, FALSE)
                        WHEN "t22"."number" = 5
                        THEN TRUE AND COALESCE("t22"."f_rating" = 'D', FALSE)
                        WHEN "t22"."number" = 6
                        THEN TRUE
                        AND COALESCE("t22"."f_in_a_row" >= 3, FALSE)
                        AND COALESCE("t22"."f_with_reason" = FALSE, FALSE)
                        WHEN "t22"."number" = 7
                        THEN TRUE
                        AND COALESCE("t22"."f_in_the_year" >= 6, FALSE)
                        AND COALESCE("t22"."f_with_reason" = FALSE, FALSE)
                        WHEN "t22"."number" = 8
                        THEN TRUE AND COALESCE("t22"."f_proper" = FALSE, FALSE)
                        ELSE TRUE
                      END AS "fits",
                      NOT (
                        (
                          (
                            "t22"."doubt_from" IS NOT NULL
                          )
                          AND (
                            "t22"."doubt_from" <= "t22"."known_at"
                          )
                          AND (
                            (
                              "t22"."doubt_until" IS NULL
                            ) OR (
                              "t22"."known_at" < "t22"."doubt_until"
                            )
                          )
                        )
                        OR (
                          (
                            "t22"."public_since" IS NOT NULL
                          )
                          AND (
                            "t22"."happened" < "t22"."public_since"
                          )
                        )
                      ) AS "firm"
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t9"."subject",
                            "t9"."record",
                            "t9"."type",
                            "t9"."document",
                            "t9"."happened",
                            "t9"."ends",
                            "t9"."leaves",
                            "t9"."severity",
                            "t9"."kind",
                            "t9"."adverse",
                            "t9"."known",
                            "t9"."retracts",
                            "t9"."superseded",
                            "t9"."doubt_from",
                            "t9"."doubt_until",
                            "t9"."replaced",
                            "t9"."f_indicator",
                            "t9"."f_amount",
                            "t9"."f_office_fault",
                            "t9"."f_force_majeure",
                            "t9"."f_first_without_fine",
                            "t9"."f_state",
                            "t9"."f_turnover",
                            "t9"."f_rating",
                            "t9"."f_in_a_row",
                            "t9"."f_with_reason",
                            "t9"."f_in_the_year",
                            "t9"."f_proper",
                            "t15"."question",
                            "t15"."as_of",
                            "t15"."known_at",
                            "t15"."public_since",
                            "t15"."opens_0",
                            "t15"."opens_1",
                            "t15"."opens_2",
                            "t10"."number"
                          FROM "records" AS "t9"
                          INNER JOIN (
                            SELECT
                              "t7"."question",
                              "t7"."subject",
                              "t7"."as_of",
                              "t7"."known_at",
                              "t8"."public_since",
                              "t8"."opens_0",
                              "t8"."opens_1",
                              "t8"."opens_2"
                            FROM "questions" AS "t7"
                            INNER JOIN "days" AS "t8"
                              ON "t7"."as_of" = "t8"."as_of"
                          ) AS "t15"
                            ON "t9"."subject" = "t15"."subject"
                          INNER JOIN "directs" AS "t10"
                            ON "t9"."type" = "t10"."type"
                        ) AS "t16"
                        WHERE
                          "t16"."known" <= "t16"."known_at"
                          AND (
                            (
                              "t16"."replaced" IS NULL
                            ) OR (
                              "t16"."known_at" < "t16"."replaced"
                            )
                          )
                      ) AS "t19"
                      WHERE
                        NOT (
                          "t19"."retracts"
                        )
                        AND (
                          (
                            "t19"."superseded" IS NULL
                          ) OR (
                            "t19"."known_at" < "t19"."superseded"
                          )
                        )
                        AND "t19"."happened" <= "t19"."as_of"
                        AND (
                          (
                            "t19"."leaves" IS NULL
                          ) OR (
                            "t19"."as_of" < "t19"."leaves"
                          )
                        )
                        AND (
                          (
                            "t19"."ends" IS NULL
                          ) OR (
                            "t19"."as_of" < "t19"."ends"
                          )
                        )
                        AND CASE
                          WHEN "t19"."number" IN (0, 1, 2, 3, 5, 6, 7, 8)
                          THEN "t19"."happened" > "t19"."opens_0"
                          WHEN "t19"."number" = 4
                          THEN "t19"."happened" > "t19"."opens_1"
                          WHEN "t19"."number" = 9
                          THEN "t19"."happened" > "t19"."opens_2"
                          ELSE TRUE
                        END
                    ) AS "t22"
                  ) AS "t31"
                ) AS "t33"
              ) AS "t37"
              GROUP BY
                1
            ) AS "t40"
              ON "t63"."question" = "t40"."question"
          ) AS "t64"
        ) AS "t65"
      ) AS "t66"
    ) AS "t67"
  ) AS "t68"
) AS "t69"

-- contributions; fields: f_amount int64, f_first_without_fine bool, f_force_majeure bool, f_in_a_row int64, f_in_the_year int64, f_indicator string, f_office_fault bool, f_proper bool, f_rating string, f_state string, f_turnover int64, f_with_reason bool
WITH "t22" AS (
  SELECT
    "t18"."subject",
    "t18"."record",
    "t18"."type",
    "t18"."document",
    "t18"."happened",
    "t18"."ends",
    "t18"."leaves",
    "t18"."severity",
    "t18"."kind",
    "t18"."adverse",
    "t18"."known",
    "t18"."retracts",
    "t18"."superseded",
    "t18"."doubt_from",
    "t18"."doubt_until",
    "t18"."replaced",
    "t18"."f_indicator",
    "t18"."f_amount",
    "t18"."f_office_fault",
    "t18"."f_force_majeure",
    "t18"."f_first_without_fine",
    "t18"."f_state",
    "t18"."f_turnover",
    "t18"."f_rating",
    "t18"."f_in_a_row",
    "t18"."f_with_reason",
    "t18"."f_in_the_year",
    "t18"."f_proper",
    "t18"."question",
    "t18"."as_of",
    "t18"."known_at",
    "t18"."public_since",
    "t18"."opens_0",
    "t18"."opens_1",
    "t18"."opens_2",
    "t18"."number",
    CASE
      WHEN "t18"."number" = 0
      THEN 10000
      WHEN "t18"."number" IN (1, 2, 6, 7)
      THEN -5000
      WHEN "t18"."number" IN (3, 4)
      THEN -3000
      WHEN "t18"."number" = 5
      THEN -11000
      ELSE CAST(NULL AS BIGINT)
    END AS "worth",
    (
      "t18"."doubt_from" IS NOT NULL
    )
    AND (
      "t18"."doubt_from" <= "t18"."known_at"
    )
    AND (
      (
        "t18"."doubt_until" IS NULL
      ) OR (
        "t18"."known_at" < "t18"."doubt_until"
      )
    ) AS "doubted",
    (
      "t18"."public_since" IS NOT NULL
    )
    AND (
      "t18"."happened" < "t18"."public_since"
    ) AS "early"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t6"."subject",
        "t6"."record",
        "t6"."type",
        "t6"."document",
        "t6"."happened",
        "t6"."ends",
        "t6"."leaves",
        "t6"."severity",
        "t6"."kind",
        "t6"."adverse",
        "t6"."known",
        "t6"."retracts",
        "t6"."superseded",
        "t6"."doubt_from",
        "t6"."doubt_until",
        "t6"."replaced",
        "t6"."f_indicator",
        "t6"."f_amount",
        "t6"."f_office_fault",
        "t6"."f_force_majeure",
        "t6"."f_first_without_fine",
        "t6"."f_state",
        "t6"."f_turnover",
        "t6"."f_rating",
        "t6"."f_in_a_row",
        "t6"."f_with_reason",
        "t6"."f_in_the_year",
        "t6"."f_proper",
        "t13"."question",
        "t13"."as_of",
        "t13"."known_at",
        "t13"."public_since",
        "t13"."opens_0",
        "t13"."opens_1",
        "t13"."opens_2",
        "t10"."number"
      FROM "records" AS "t6"
      INNER JOIN (
        SELECT
          "t7"."question",
          "t7"."subject",
          "t7"."as_of",
          "t7"."known_at",
          "t8"."public_since",
          "t8"."opens_0",
          "t8"."opens_1",
          "t8"."opens_2"
        FROM "questions" AS "t7"
        INNER JOIN "days" AS "t8"
          ON "t7"."as_of" = "t8"."as_of"
      ) AS "t13"
        ON "t6"."subject" = "t13"."subject"
      INNER JOIN "factors" AS "t10"
        ON "t6"."type" = "t10"."type"
    ) AS "t15"
    WHERE
      "t15"."known" <= "t15"."known_at"
      AND (
        (
          "t15"."replaced" IS NULL
        ) OR (
          "t15"."known_at" < "t15"."replaced"
        )
      )
  ) AS "t18"
), "t37" AS (
  SELECT
    "t36"."subject",
    "t36"."record",
    "t36"."type",
    "t36"."document",
    "t36"."happened",
    "t36"."ends",
    "t36"."leaves",
    "t36"."severity",
    "t36"."kind",
    "t36"."adverse",
    "t36"."known",
    "t36"."retracts",
    "t36"."superseded",
    "t36"."doubt_from",
    "t36"."doubt_until",
    "t36"."replaced",
    "t36"."f_indicator",
    "t36"."f_amount",
    "t36"."f_office_fault",
    "t36"."f_force_majeure",
    "t36"."f_first_without_fine",
    "t36"."f_state",
    "t36"."f_turnover",
    "t36"."f_rating",
    "t36"."f_in_a_row",
    "t36"."f_with_reason",
    "t36"."f_in_the_year",
    "t36"."f_proper",
    "t36"."question",
    "t36"."as_of",
    "t36"."known_at",
    "t36"."public_since",
    "t36"."opens_0",
    "t36"."opens_1",
    "t36"."opens_2",
    "t36"."number",
    "t36"."worth",
    "t36"."doubted",
    "t36"."early",
    "t36"."mended",
    "t36"."by_0",
    "t36"."by_1",
    "t36"."by_2",
    "t36"."share",
    "t36"."unmended",
    COALESCE("t36"."worth" - "t36"."unmended", 0) AS "given"
  FROM (
    SELECT
      "t35"."subject",
      "t35"."record",
      "t35"."type",
      "t35"."document",
      "t35"."happened",
      "t35"."ends",
      "t35"."leaves",
      "t35"."severity",
      "t35"."kind",
      "t35"."adverse",
      "t35"."known",
      "t35"."retracts",
      "t35"."superseded",
      "t35"."doubt_from",
      "t35"."doubt_until",
      "t35"."replaced",
      "t35"."f_indicator",
      "t35"."f_amount",
      "t35"."f_office_fault",
      "t35"."f_force_majeure",
      "t35"."f_first_without_fine",
      "t35"."f_state",
      "t35"."f_turnover",
      "t35"."f_rating",
      "t35"."f_in_a_row",
      "t35"."f_with_reason",
      "t35"."f_in_the_year",
      "t35"."f_proper",
      "t35"."question",
      "t35"."as_of",
      "t35"."known_at",
      "t35"."public_since",
      "t35"."opens_0",
      "t35"."opens_1",
      "t35"."opens_2",
      "t35"."number",
      CASE
        WHEN COALESCE("t35"."worth" < 0, FALSE)
        THEN (
          DIVIDE("t35"."worth", 1000) * (
            1000 - "t35"."share"
          )
        ) + (
          DIVIDE((
            "t35"."worth" % 1000
          ) * (
            1000 - "t35"."share"
          ), 1000) + CASE
            WHEN (
              (
                (
                  "t35"."worth" % 1000
                ) * (
                  1000 - "t35"."share"
                )
              ) % 1000
            ) > 0
            THEN 1
            ELSE 0
          END
        )
        ELSE "t35"."worth"
      END AS "worth",
      "t35"."doubted",
      "t35"."early",
      "t35"."mended",
      "t35"."by_0",
      "t35"."by_1",
      "t35"."by_2",
      "t35"."share",
      "t35"."worth" AS "unmended"
    FROM (
      SELECT
        "t34"."subject",
        "t34"."record",
        "t34"."type",
        "t34"."document",
        "t34"."happened",
        "t34"."ends",
        "t34"."leaves",
        "t34"."severity",
        "t34"."kind",
        "t34"."adverse",
        "t34"."known",
        "t34"."retracts",
        "t34"."superseded",
        "t34"."doubt_from",
        "t34"."doubt_until",
        "t34"."replaced",
        "t34"."f_indicator",
        "t34"."f_amount",
        "t34"."f_office_fault",
        "t34"."f_force_majeure",
        "t34"."f_first_without_fine",
        "t34"."f_state",
        "t34"."f_turnover",
        "t34"."f_rating",
        "t34"."f_in_a_row",
        "t34"."f_with_reason",
        "t34"."f_in_the_year",
        "t34"."f_proper",
        "t34"."question",
        "t34"."as_of",
        "t34"."known_at",
        "t34"."public_since",
        "t34"."opens_0",
        "t34"."opens_1",
        "t34"."opens_2",
        "t34"."number",
        "t34"."worth",
        "t34"."doubted",
        "t34"."early",
        "t34"."mended",
        "t34"."by_0",
        "t34"."by_1",
        "t34"."by_2",
        CASE
          WHEN "t34"."number" = 1
          THEN CASE
            WHEN COALESCE("t34"."mended" <= "t34"."by_0", FALSE)
            THEN 1000
            WHEN COALESCE("t34"."mended" <= "t34"."by_1", FALSE)
            THEN 400
            WHEN COALESCE("t34"."mended" <= "t34"."by_2", FALSE)
            THEN 200
            ELSE 0
          END
          WHEN "t34"."number" IN (2, 3, 4, 5, 6, 7)
          THEN CASE
            WHEN COALESCE("t34"."mended" <= "t34"."by_0", FALSE)
            THEN 800
            WHEN COALESCE("t34"."mended" <= "t34"."by_1", FALSE)
            THEN 400
            WHEN COALESCE("t34"."mended" <= "t34"."by_2", FALSE)
            THEN 200
            ELSE 0
          END
          ELSE 0
        END AS "share"
      FROM (
        SELECT
          "t25"."subject",
          "t25"."record",
          "t25"."type",
          "t25"."document",
          "t25"."happened",
          "t25"."ends",
          "t25"."leaves",
          "t25"."severity",
          "t25"."kind",
          "t25"."adverse",
          "t25"."known",
          "t25"."retracts",
          "t25"."superseded",
          "t25"."doubt_from",
          "t25"."doubt_until",
          "t25"."replaced",
          "t25"."f_indicator",
          "t25"."f_amount",
          "t25"."f_office_fault",
          "t25"."f_force_majeure",
          "t25"."f_first_without_fine",
          "t25"."f_state",
          "t25"."f_turnover",
          "t25"."f_rating",
          "t25"."f_in_a_row",
          "t25"."f_with_reason",
          "t25"."f_in_the_year",
          "t25"."f_proper",
          "t25"."question",
          "t25"."as_of",
          "t25"."known_at",
          "t25"."public_since",
          "t25"."opens_0",
          "t25"."opens_1",
          "t25"."opens_2",
          "t25"."number",
          "t25"."worth",
          "t25"."doubted",
          "t25"."early",
          "t33"."mended",
          "t9"."by_0",
          "t9"."by_1",
          "t9"."by_2"
        FROM "t22" AS "t25"
        LEFT OUTER JOIN (
          SELECT
            "t31"."question",
            "t31"."number",
            "t31"."record",
            MIN("t31"."mended") AS "mended"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t28"."question",
                "t28"."number",
                "t28"."document",
                "t28"."record",
                "t28"."wrong",
                "t26"."mended"
              FROM (
                SELECT
                  "t23"."question",
                  "t23"."number",
                  "t23"."document",
                  "t23"."record",
                  "t23"."happened" AS "wrong"
                FROM "t22" AS "t23"
              ) AS "t28"
              INNER JOIN (
                SELECT
                  "t21"."question",
                  "t21"."number",
                  "t21"."document",
                  "t21"."happened" AS "mended"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t6"."subject",
                        "t6"."record",
                        "t6"."type",
                        "t6"."document",
                        "t6"."happened",
                        "t6"."ends",
                        "t6"."leaves",
                        "t6"."severity",
                        "t6"."kind",
                        "t6"."adverse",
                        "t6"."known",
                        "t6"."retracts",
                        "t6"."superseded",
                        "t6"."doubt_from",
                        "t6"."doubt_until",
                        "t6"."replaced",
                        "t6"."f_indicator",
                        "t6"."f_amount",
                        "t6"."f_office_fault",
                        "t6"."f_force_majeure",
                        "t6"."f_first_without_fine",
                        "t6"."f_state",
                        "t6"."f_turnover",
                        "t6"."f_rating",
                        "t6"."f_in_a_row",
                        "t6"."f_with_reason",
                        "t6"."f_in_the_year",
                        "t6"."f_proper",
                        "t13"."question",
                        "t13"."as_of",
                        "t13"."known_at",
                        "t13"."public_since",
                        "t13"."opens_0",
                        "t13"."opens_1",
                        "t13"."opens_2",
                        "t11"."number"
                      FROM "records" AS "t6"
                      INNER JOIN (
                        SELECT
                          "t7"."question",
                          "t7"."subject",
                          "t7"."as_of",
                          "t7"."known_at",
                          "t8"."public_since",
                          "t8"."opens_0",
                          "t8"."opens_1",
                          "t8"."opens_2"
                        FROM "questions" AS "t7"
                        INNER JOIN "days" AS "t8"
                          ON "t7"."as_of" = "t8"."as_of"
                      ) AS "t13"
                        ON "t6"."subject" = "t13"."subject"
                      INNER JOIN "mends" AS "t11"
                        ON "t6"."type" = "t11"."type"
                    ) AS "t16"
                    WHERE
                      "t16"."known" <= "t16"."known_at"
                      AND (
                        (
                          "t16"."replaced" IS NULL
                        ) OR (
                          "t16"."known_at" < "t16"."replaced"
                        )
                      )
                  ) AS "t19"
                  WHERE
                    NOT (
                      "t19"."retracts"
                    )
                    AND (
                      (
                        "t19"."superseded" IS NULL
                      ) OR (
                        "t19"."known_at" < "t19"."superseded"
                      )
                    )
                    AND "t19"."happened" <= "t19"."as_of"
                ) AS "t21"
              ) AS "t26"
                ON "t28"."question" = "t26"."question"
                AND "t28"."number" = "t26"."number"
                AND "t28"."document" = "t26"."document"
            ) AS "t30"
            WHERE
              "t30"."mended" >= "t30"."wrong"
          ) AS "t31"
          GROUP BY
            1,
            2,
            3
        ) AS "t33"
          ON "t25"."question" = "t33"."question"
          AND "t25"."number" = "t33"."number"
          AND "t25"."record" = "t33"."record"
        LEFT OUTER JOIN "deadlines" AS "t9"
          ON "t25"."number" = "t9"."number" AND "t25"."happened" = "t9"."happened"
      ) AS "t34"
    ) AS "t35"
  ) AS "t36"
), "t40" AS (
  SELECT
    "t39"."question",
    "t39"."number",
    "t39"."record",
    "t39"."document",
    "t39"."happened",
    "t39"."ends",
    "t39"."leaves",
    "t39"."known",
    "t39"."worth",
    "t39"."doubted",
    "t39"."early",
    "t39"."given"
  FROM (
    SELECT
      *
    FROM "t37" AS "t38"
    WHERE
      NOT (
        "t38"."retracts"
      )
      AND (
        (
          "t38"."superseded" IS NULL
        ) OR (
          "t38"."known_at" < "t38"."superseded"
        )
      )
      AND "t38"."happened" <= "t38"."as_of"
      AND (
        (
          "t38"."leaves" IS NULL
        ) OR (
          "t38"."as_of" < "t38"."leaves"
        )
      )
      AND (
        (
          "t38"."ends" IS NULL
        ) OR (
          "t38"."as_of" < "t38"."ends"
        )
      )
      AND "t38"."happened" > "t38"."opens_0"
      AND CASE
        WHEN "t38"."number" = 1
        THEN TRUE
        AND COALESCE("t38"."f_indicator" = 'late_filing', FALSE)
        AND COALESCE("t38"."f_amount" <= 1000000, FALSE)
        WHEN "t38"."number" = 2
        THEN TRUE
        AND COALESCE("t38"."f_indicator" = 'late_filing', FALSE)
        AND COALESCE("t38"."f_amount" > 1000000, FALSE)
        WHEN "t38"."number" = 3
        THEN TRUE AND COALESCE("t38"."f_indicator" = 'late_accounts', FALSE)
        WHEN "t38"."number" = 4
        THEN TRUE AND COALESCE("t38"."f_indicator" = 'accounting_method', FALSE)
        WHEN "t38"."number" = 5
        THEN TRUE AND COALESCE("t38"."f_indicator" = 'bank_accounts', FALSE)
        WHEN "t38"."number" = 6
        THEN TRUE AND COALESCE("t38"."f_indicator" = 'withholding', FALSE)
        WHEN "t38"."number" = 7
        THEN TRUE AND COALESCE("t38"."f_indicator" = 'unpaid_tax', FALSE)
        ELSE TRUE
      END
      AND "t38"."worth" IS NOT NULL
      AND NOT (
        CASE
          WHEN "t38"."number" IN (1, 2, 3, 4, 5, 6, 7)
          THEN FALSE
          OR COALESCE("t38"."f_office_fault" = TRUE, FALSE)
          OR COALESCE("t38"."f_force_majeure" = TRUE, FALSE)
          OR COALESCE("t38"."f_first_without_fine" = TRUE, FALSE)
          ELSE FALSE
        END
      )
  ) AS "t39"
), "t52" AS (
  SELECT
    *
  FROM (
    SELECT
      "t46"."question",
      "t46"."number",
      "t46"."record",
      "t46"."happened",
      "t46"."ends",
      "t46"."leaves",
      "t46"."points",
      "t46"."why",
      "t46"."given"
    FROM (
      SELECT
        "t43"."question",
        "t43"."number",
        "t43"."record",
        "t43"."document",
        "t43"."happened",
        "t43"."ends",
        "t43"."leaves",
        "t43"."known",
        "t43"."worth",
        "t43"."doubted",
        "t43"."early",
        CASE
          WHEN NOT (
            (
              "t43"."worth" < 0
            ) AND (
              "t43"."doubted" OR "t43"."early"
            )
          )
          THEN "t43"."given"
          ELSE 0
        END AS "given",
        CASE
          WHEN (
            "t43"."worth" < 0
          ) AND (
            "t43"."doubted" OR "t43"."early"
          )
          THEN 0
          ELSE "t43"."worth"
        END AS "points",
        CASE
          WHEN (
            "t43"."worth" < 0
          ) AND (
            "t43"."doubted" OR "t43"."early"
          )
          THEN CASE WHEN "t43"."doubted" THEN 'in_doubt' ELSE 'before_public' END
          ELSE ''
        END AS "why"
      FROM (
        SELECT
          *
        FROM "t40" AS "t41"
        WHERE
          "t41"."number" IN (1, 2, 3, 6, 7)
      ) AS "t43"
    ) AS "t46"
  ) AS "t47"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t50"."question",
      "t50"."number",
      "t50"."record",
      "t50"."happened",
      "t50"."ends",
      "t50"."leaves",
      "t50"."points",
      "t50"."why",
      "t50"."given"
    FROM (
      SELECT
        "t48"."question",
        "t48"."number",
        "t48"."record",
        "t48"."document",
        "t48"."happened",
        "t48"."ends",
        "t48"."leaves",
        "t48"."known",
        "t48"."worth",
        "t48"."doubted",
        "t48"."early",
        CASE
          WHEN NOT (
            "t48"."out"
          )
          AND (
            "t48"."place" = 0
          )
          AND (
            (
              "t48"."out_before" IS NULL
            ) OR (
              "t48"."out_before" <= "t48"."favour"
            )
          )
          THEN "t48"."given"
          ELSE 0
        END AS "given",
        "t48"."favour",
        "t48"."out",
        "t48"."event",
        "t48"."rank",
        "t48"."place",
        "t48"."sure_before",
        "t48"."out_before",
        CASE
          WHEN NOT (
            "t48"."out"
          )
          AND (
            "t48"."place" = 0
          )
          AND (
            (
              "t48"."out_before" IS NULL
            ) OR (
              "t48"."out_before" <= "t48"."favour"
            )
          )
          THEN "t48"."worth"
          ELSE 0
        END AS "points",
        CASE
          WHEN NOT (
            "t48"."out"
          )
          AND (
            "t48"."place" = 0
          )
          AND (
            (
              "t48"."out_before" IS NULL
            ) OR (
              "t48"."out_before" <= "t48"."favour"
            )
          )
          THEN ''
          WHEN "t48"."out" AND (
            COALESCE("t48"."sure_before", 0) = 0
          )
          THEN CASE WHEN "t48"."doubted" THEN 'in_doubt' ELSE 'before_public' END
          ELSE 'later_one'
        END AS "why"
      FROM (
        SELECT
          "t45"."question",
          "t45"."number",
          "t45"."record",
          "t45"."document",
          "t45"."happened",
          "t45"."ends",
          "t45"."leaves",
          "t45"."known",
          "t45"."worth",
          "t45"."doubted",
          "t45"."early",
          "t45"."given",
          "t45"."favour",
          "t45"."out",
          "t45"."event",
          "t45"."rank",
          ROW_NUMBER() OVER (
            PARTITION BY "t45"."question", "t45"."number", "t45"."event", "t45"."out"
            ORDER BY "t45"."rank" DESC, "t45"."happened" DESC, "t45"."known" DESC, "t45"."record" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "place",
          SUM(CASE WHEN NOT (
            "t45"."out"
          ) THEN 1 ELSE 0 END) OVER (
            PARTITION BY "t45"."question", "t45"."number", "t45"."event"
            ORDER BY "t45"."rank" DESC, "t45"."happened" DESC, "t45"."known" DESC, "t45"."record" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "sure_before",
          MAX(CASE WHEN "t45"."out" THEN "t45"."favour" ELSE CAST(NULL AS BIGINT) END) OVER (
            PARTITION BY "t45"."question", "t45"."number", "t45"."event"
            ORDER BY "t45"."rank" DESC, "t45"."happened" DESC, "t45"."known" DESC, "t45"."record" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "out_before"
        FROM (
          SELECT
            "t44"."question",
            "t44"."number",
            "t44"."record",
            "t44"."document",
            "t44"."happened",
            "t44"."ends",
            "t44"."leaves",
            "t44"."known",
            "t44"."worth",
            "t44"."doubted",
            "t44"."early",
            "t44"."given",
            "t44"."worth" AS "favour",
            (
              "t44"."worth" < 0
            ) AND (
              "t44"."doubted" OR "t44"."early"
            ) AS "out",
            CASE
              WHEN "t44"."number" IN (4, 5)
              THEN CAST(EXTRACT(year FROM "t44"."happened") AS BIGINT)
              ELSE 0
            END AS "event",
            CASE WHEN "t44"."number" IN (4, 5) THEN ABS("t44"."worth") ELSE 0 END AS "rank"
          FROM (
            SELECT
              *
            FROM "t40" AS "t41"
            WHERE
              "t41"."number" IN (0, 4, 5)
          ) AS "t44"
        ) AS "t45"
      ) AS "t48"
    ) AS "t50"
  ) AS "t51"
), "t63" AS (
  SELECT
    "t62"."question",
    "t62"."subject",
    "t62"."as_of",
    "t62"."known_at",
    90000 AS "base",
    90000 + COALESCE("t62"."earned", 0) AS "reached",
    GREATEST(90000 + COALESCE("t62"."earned", 0), 0) AS "raised",
    LEAST(GREATEST(90000 + COALESCE("t62"."earned", 0), 0), 100000) AS "points"
  FROM (
    SELECT
      "t7"."question",
      "t7"."subject",
      "t7"."as_of",
      "t7"."known_at",
      "t8"."public_since",
      "t8"."opens_0",
      "t8"."opens_1",
      "t8"."opens_2",
      "t61"."earned"
    FROM "questions" AS "t7"
    INNER JOIN "days" AS "t8"
      ON "t7"."as_of" = "t8"."as_of"
    LEFT OUTER JOIN (
      SELECT
        "t58"."question",
        SUM("t58"."points") AS "earned"
      FROM (
        SELECT
          "t54"."question",
          "t54"."slot",
          "t54"."points"
        FROM (
          SELECT
            "t53"."question",
            "t53"."number",
            "t53"."record",
            "t53"."happened",
            "t53"."ends",
            "t53"."leaves",
            "t53"."points",
            "t53"."why",
            "t53"."given",
            -1 AS "slot"
          FROM "t52" AS "t53"
        ) AS "t54"
      ) AS "t58"
      GROUP BY
        1
    ) AS "t61"
      ON "t7"."question" = "t61"."question"
  ) AS "t62"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t67"."question",
          CAST(NULL AS BIGINT) AS "number",
          'floor' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t67"."raised" - "t67"."reached" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM (
          SELECT
            *
          FROM "t63" AS "t64"
          WHERE
            "t64"."raised" <> "t64"."reached"
        ) AS "t67"
      ) AS "t70"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t68"."question",
          CAST(NULL AS BIGINT) AS "number",
          'ceiling' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t68"."points" - "t68"."raised" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM (
          SELECT
            *
          FROM "t63" AS "t64"
          WHERE
            "t64"."points" <> "t64"."raised"
        ) AS "t68"
      ) AS "t71"
    ) AS "t72"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t42"."question",
            "t42"."number",
            'points' AS "step",
            "t42"."record",
            "t42"."happened",
            "t42"."ends",
            "t42"."leaves",
            0 AS "points",
            CASE
              WHEN NOT (
                COALESCE(NOT (
                  "t42"."retracts"
                ), FALSE)
              )
              THEN 'retracts'
              WHEN NOT (
                COALESCE(
                  (
                    "t42"."superseded" IS NULL
                  ) OR (
                    "t42"."known_at" < "t42"."superseded"
                  ),
                  FALSE
                )
              )
              THEN 'superseded'
              WHEN NOT (
                COALESCE("t42"."happened" <= "t42"."as_of", FALSE)
              )
              THEN 'not_yet'
              WHEN NOT (
                COALESCE((
                  "t42"."leaves" IS NULL
                ) OR (
                  "t42"."as_of" < "t42"."leaves"
                ), FALSE)
              )
              THEN 'retention_over'
              WHEN NOT (
                COALESCE((
                  "t42"."ends" IS NULL
                ) OR (
                  "t42"."as_of" < "t42"."ends"
                ), FALSE)
              )
              THEN 'validity_over'
              WHEN NOT (
                COALESCE("t42"."happened" > "t42"."opens_0", FALSE)
              )
              THEN 'outside_window'
              WHEN NOT (
                COALESCE(
                  CASE
                    WHEN "t42"."number" = 1
                    THEN TRUE
                    AND COALESCE("t42"."f_indicator" = 'late_filing', FALSE)
                    AND COALESCE("t42"."f_amount" <= 1000000, FALSE)
                    WHEN "t42"."number" = 2
                    THEN TRUE
                    AND COALESCE("t42"."f_indicator" = 'late_filing', FALSE)
                    AND COALESCE("t42"."f_amount" > 1000000, FALSE)
                    WHEN "t42"."number" = 3
                    THEN TRUE AND COALESCE("t42"."f_indicator" = 'late_accounts', FALSE)
                    WHEN "t42"."number" = 4
                    THEN TRUE AND COALESCE("t42"."f_indicator" = 'accounting_method', FALSE)
                    WHEN "t42"."number" = 5
                    THEN TRUE AND COALESCE("t42"."f_indicator" = 'bank_accounts', FALSE)
                    WHEN "t42"."number" = 6
                    THEN TRUE AND COALESCE("t42"."f_indicator" = 'withholding', FALSE)
                    WHEN "t42"."number" = 7
                    THEN TRUE AND COALESCE("t42"."f_indicator" = 'unpaid_tax', FALSE)
                    ELSE TRUE
                  END,
                  FALSE
                )
              )
              THEN 'condition'
              WHEN NOT (
                COALESCE("t42"."worth" IS NOT NULL, FALSE)
              )
              THEN 'condition'
              WHEN NOT (
                COALESCE(
                  NOT (
                    CASE
                      WHEN "t42"."number" IN (1, 2, 3, 4, 5, 6, 7)
                      THEN FALSE
                      OR COALESCE("t42"."f_office_fault" = TRUE, FALSE)
                      OR COALESCE("t42"."f_force_majeure" = TRUE, FALSE)
                      OR COALESCE("t42"."f_first_without_fine" = TRUE, FALSE)
                      ELSE FALSE
                    END
                  ),
                  FALSE
                )
              )
              THEN 'excused'
              ELSE ''
            END AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t37" AS "t38"
            WHERE
              NOT (
                COALESCE(
                  NOT (
                    "t38"."retracts"
                  )
                  AND (
                    (
                      "t38"."superseded" IS NULL
                    ) OR (
                      "t38"."known_at" < "t38"."superseded"
                    )
                  )
                  AND (
                    "t38"."happened" <= "t38"."as_of"
                  )
                  AND (
                    (
                      "t38"."leaves" IS NULL
                    ) OR (
                      "t38"."as_of" < "t38"."leaves"
                    )
                  )
                  AND (
                    (
                      "t38"."ends" IS NULL
                    ) OR (
                      "t38"."as_of" < "t38"."ends"
                    )
                  )
                  AND (
                    "t38"."happened" > "t38"."opens_0"
                  )
                  AND CASE
                    WHEN "t38"."number" = 1
                    THEN TRUE
                    AND COALESCE("t38"."f_indicator" = 'late_filing', FALSE)
                    AND COALESCE("t38"."f_amount" <= 1000000, FALSE)
                    WHEN "t38"."number" = 2
                    THEN TRUE
                    AND COALESCE("t38"."f_indicator" = 'late_filing', FALSE)
                    AND COALESCE("t38"."f_amount" > 1000000, FALSE)
                    WHEN "t38"."number" = 3
                    THEN TRUE AND COALESCE("t38"."f_indicator" = 'late_accounts', FALSE)
                    WHEN "t38"."number" = 4
                    THEN TRUE AND COALESCE("t38"."f_indicator" = 'accounting_method', FALSE)
                    WHEN "t38"."number" = 5
                    THEN TRUE AND COALESCE("t38"."f_indicator" = 'bank_accounts', FALSE)
                    WHEN "t38"."number" = 6
                    THEN TRUE AND COALESCE("t38"."f_indicator" = 'withholding', FALSE)
                    WHEN "t38"."number" = 7
                    THEN TRUE AND COALESCE("t38"."f_indicator" = 'unpaid_tax', FALSE)
                    ELSE TRUE
                  END
                  AND (
                    "t38"."worth" IS NOT NULL
                  )
                  AND NOT (
                    CASE
                      WHEN "t38"."number" IN (1, 2, 3, 4, 5, 6, 7)
                      THEN FALSE
                      OR COALESCE("t38"."f_office_fault" = TRUE, FALSE)
                      OR COALESCE("t38"."f_force_majeure" = TRUE, FALSE)
                      OR COALESCE("t38"."f_first_without_fine" = TRUE, FALSE)
                      ELSE FALSE
                    END
                  ),
                  FALSE
                )
              )
          ) AS "t42"
        ) AS "t49"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t53"."question",
            "t53"."number",
            'points' AS "step",
            "t53"."record",
            "t53"."happened",
            "t53"."ends",
            "t53"."leaves",
            "t53"."points" - "t53"."given" AS "points",
            "t53"."why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM "t52" AS "t53"
        ) AS "t55"
      ) AS "t57"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t56"."question",
            "t56"."number",
            'mended' AS "step",
            "t56"."record",
            "t56"."happened",
            "t56"."ends",
            "t56"."leaves",
            "t56"."given" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t52" AS "t53"
            WHERE
              "t53"."given" <> 0
          ) AS "t56"
        ) AS "t59"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t64"."question",
            CAST(NULL AS BIGINT) AS "number",
            'base' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t64"."base" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM "t63" AS "t64"
        ) AS "t65"
      ) AS "t66"
    ) AS "t69"
  ) AS "t73"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t20"."question",
      CAST(NULL AS BIGINT) AS "number",
      'points' AS "step",
      "t20"."record",
      "t20"."happened",
      "t20"."ends",
      "t20"."leaves",
      0 AS "points",
      CASE
        WHEN NOT (
          COALESCE(NOT (
            "t20"."retracts"
          ), FALSE)
        )
        THEN 'retracts'
        WHEN NOT (
          COALESCE(
            (
              "t20"."superseded" IS NULL
            ) OR (
              "t20"."known_at" < "t20"."superseded"
            ),
            FALSE
          )
        )
        THEN 'superseded'
        ELSE 'no_factor'
      END AS "why",
      CAST(NULL AS BIGINT) AS "year",
      CAST(NULL AS DATE) AS "since",
      CAST(NULL AS BIGINT) AS "times",
      CAST(NULL AS BIGINT) AS "over"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t6"."subject",
            "t6"."record",
            "t6"."type",
            "t6"."document",
            "t6"."happened",
            "t6"."ends",
            "t6"."leaves",
            "t6"."severity",
            "t6"."kind",
            "t6"."adverse",
            "t6"."known",
            "t6"."retracts",
            "t6"."superseded",
            "t6"."doubt_from",
            "t6"."doubt_until",
            "t6"."replaced",
            "t6"."f_indicator",
            "t6"."f_amount",
            "t6"."f_office_fault",
            "t6"."f_force_majeure",
            "t6"."f_first_without_fine",
            "t6"."f_state",
            "t6"."f_turnover",
            "t6"."f_rating",
            "t6"."f_in_a_row",
            "t6"."f_with_reason",
            "t6"."f_in_the_year",
            "t6"."f_proper",
            "t13"."question",
            "t13"."as_of",
            "t13"."known_at",
            "t13"."public_since",
            "t13"."opens_0",
            "t13"."opens_1",
            "t13"."opens_2"
          FROM "records" AS "t6"
          INNER JOIN (
            SELECT
              "t7"."question",
              "t7"."subject",
              "t7"."as_of",
              "t7"."known_at",
              "t8"."public_since",
              "t8"."opens_0",
              "t8"."opens_1",
              "t8"."opens_2"
            FROM "questions" AS "t7"
            INNER JOIN "days" AS "t8"
              ON "t7"."as_of" = "t8"."as_of"
          ) AS "t13"
            ON "t6"."subject" = "t13"."subject"
        ) AS "t14"
        WHERE
          "t14"."known" <= "t14"."known_at"
          AND (
            (
              "t14"."replaced" IS NULL
            ) OR (
              "t14"."known_at" < "t14"."replaced"
            )
          )
      ) AS "t17"
      WHERE
        NOT (
          "t17"."type" IN ('tax_indicator_breach', 'tax_other_indicators')
        )
    ) AS "t20"
  ) AS "t29"
) AS "t74"

-- directly; fields: f_amount int64, f_first_without_fine bool, f_force_majeure bool, f_in_a_row int64, f_in_the_year int64, f_indicator string, f_office_fault bool, f_proper bool, f_rating string, f_state string, f_turnover int64, f_with_reason bool
SELECT
  "t16"."question",
  "t16"."number",
  "t16"."record",
  "t16"."happened"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t14"."question",
      "t14"."number",
      "t14"."record",
      "t14"."happened",
      "t14"."fits",
      "t14"."firm",
      "t14"."last_day",
      "t14"."last_firm_day",
      "t14"."only_latest",
      "t14"."fits"
      AND (
        NOT (
          "t14"."only_latest"
        ) OR (
          "t14"."happened" = "t14"."last_day"
        )
      ) AS "met",
      "t14"."fits"
      AND "t14"."firm"
      AND (
        NOT (
          "t14"."only_latest"
        )
        OR COALESCE("t14"."happened" = "t14"."last_firm_day", FALSE)
      ) AS "sure"
    FROM (
      SELECT
        "t13"."question",
        "t13"."number",
        "t13"."record",
        "t13"."happened",
        "t13"."fits",
        "t13"."firm",
        MAX("t13"."happened") OVER (
          PARTITION BY "t13"."question", "t13"."number"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "last_day",
        MAX(CASE WHEN "t13"."firm" THEN "t13"."happened" ELSE CAST(NULL AS DATE) END) OVER (
          PARTITION BY "t13"."question", "t13"."number"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "last_firm_day",
        CASE WHEN "t13"."number" IN (1, 3, 5, 8) THEN TRUE ELSE FALSE END AS "only_latest"
      FROM (
        SELECT
          "t12"."question",
          "t12"."number",
          "t12"."record",
          "t12"."happened",
          CASE
            WHEN "t12"."number" = 0
            THEN TRUE AND COALESCE("t12"."severity" = 'serious', FALSE)
            WHEN "t12"."number" IN (1, 9)
            THEN TRUE AND COALESCE("t12"."f_state" = 'non_normal', FALSE)
            WHEN "t12"."number" = 3
            THEN TRUE AND COALESCE("t12"."f_turnover" <= 0, FALSE)
            WHEN "t12"."number" = 5
            THEN TRUE AND COALESCE("t12"."f_rating" = 'D', FALSE)
            WHEN "t12"."number" = 6
            THEN TRUE
            AND COALESCE("t12"."f_in_a_row" >= 3, FALSE)
            AND COALESCE("t12"."f_with_reason" = FALSE, FALSE)
            WHEN "t12"."number" = 7
            THEN TRUE
            AND COALESCE("t12"."f_in_the_year" >= 6, FALSE)
            AND COALESCE("t12"."f_with_reason" = FALSE, FALSE)
            WHEN "t12"."number" = 8
            THEN TRUE AND COALESCE("t12"."f_proper" = FALSE, FALSE)
            ELSE TRUE
          END AS "fits",
          NOT (
            (
              (
                "t12"."doubt_from" IS NOT NULL
              )
              AND (
                "t12"."doubt_from" <= "t12"."known_at"
              )
              AND (
                (
                  "t12"."doubt_until" IS NULL
                ) OR (
                  "t12"."known_at" < "t12"."doubt_until"
                )
              )
            )
            OR (
              (
                "t12"."public_since" IS NOT NULL
              )
              AND (
                "t12"."happened" < "t12"."public_since"
              )
            )
          ) AS "firm"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t4"."subject",
                "t4"."record",
                "t4"."type",
                "t4"."document",
                "t4"."happened",
                "t4"."ends",
                "t4"."leaves",
                "t4"."severity",
                "t4"."kind",
                "t4"."adverse",
                "t4"."known",
                "t4"."retracts",
                "t4"."superseded",
                "t4"."doubt_from",
                "t4"."doubt_until",
                "t4"."replaced",
                "t4"."f_indicator",
                "t4"."f_amount",
                "t4"."f_office_fault",
                "t4"."f_force_majeure",
                "t4"."f_first_without_fine",
                "t4"."f_state",
                "t4"."f_turnover",
                "t4"."f_rating",
                "t4"."f_in_a_row",
                "t4"."f_with_reason",
                "t4"."f_in_the_year",
                "t4"."f_proper",
                "t9"."question",
                "t9"."as_of",
                "t9"."known_at",
                "t9"."public_since",
                "t9"."opens_0",
                "t9"."opens_1",
                "t9"."opens_2",
                "t5"."number"
              FROM "records" AS "t4"
              INNER JOIN (
                SELECT
                  "t6"."question",
                  "t6"."subject",
                  "t6"."as_of",
                  "t6"."known_at",
                  "t7"."public_since",
                  "t7"."opens_0",
                  "t7"."opens_1",
                  "t7"."opens_2"
                FROM "questions" AS "t6"
                INNER JOIN "days" AS "t7"
                  ON "t6"."as_of" = "t7"."as_of"
              ) AS "t9"
                ON "t4"."subject" = "t9"."subject"
              INNER JOIN "directs" AS "t5"
                ON "t4"."type" = "t5"."type"
            ) AS "t10"
            WHERE
              "t10"."known" <= "t10"."known_at"
              AND (
                (
                  "t10"."replaced" IS NULL
                ) OR (
                  "t10"."known_at" < "t10"."replaced"
                )
              )
          ) AS "t11"
          WHERE
            NOT (
              "t11"."retracts"
            )
            AND (
              (
                "t11"."superseded" IS NULL
              ) OR (
                "t11"."known_at" < "t11"."superseded"
              )
            )
            AND "t11"."happened" <= "t11"."as_of"
            AND (
              (
                "t11"."leaves" IS NULL
              ) OR (
                "t11"."as_of" < "t11"."leaves"
              )
            )
            AND (
              (
                "t11"."ends" IS NULL
              ) OR (
                "t11"."as_of" < "t11"."ends"
              )
            )
            AND CASE
              WHEN "t11"."number" IN (0, 1, 2, 3, 5, 6, 7, 8)
              THEN "t11"."happened" > "t11"."opens_0"
              WHEN "t11"."number" = 4
              THEN "t11"."happened" > "t11"."opens_1"
              WHEN "t11"."number" = 9
              THEN "t11"."happened" > "t11"."opens_2"
              ELSE TRUE
            END
        ) AS "t12"
      ) AS "t13"
    ) AS "t14"
  ) AS "t15"
  WHERE
    "t15"."met" OR "t15"."sure"
) AS "t16"
