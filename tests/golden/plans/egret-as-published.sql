-- standings; fields: f_amount int64, f_days_overdue int64, f_hours int64, f_level string
WITH "t19" AS (
  SELECT
    "t16"."subject",
    "t16"."record",
    "t16"."type",
    "t16"."document",
    "t16"."happened",
    "t16"."ends",
    "t16"."leaves",
    "t16"."severity",
    "t16"."kind",
    "t16"."adverse",
    "t16"."known",
    "t16"."retracts",
    "t16"."superseded",
    "t16"."doubt_from",
    "t16"."doubt_until",
    "t16"."replaced",
    "t16"."f_hours",
    "t16"."f_level",
    "t16"."f_amount",
    "t16"."f_days_overdue",
    "t16"."question",
    "t16"."as_of",
    "t16"."known_at",
    "t16"."public_since",
    "t16"."opens_0",
    "t16"."opens_1",
    "t16"."opens_2",
    "t16"."number",
    CASE
      WHEN "t16"."number" = 0
      THEN 15000
      WHEN "t16"."number" IN (1, 2)
      THEN 25000
      WHEN "t16"."number" = 3
      THEN CASE
        WHEN (
          "t16"."f_hours" >= -1000000000000
        )
        AND (
          "t16"."f_hours" <= 1000000000000
        )
        THEN "t16"."f_hours" * 1250
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t16"."number" IN (4, 6)
      THEN 10000
      WHEN "t16"."number" = 5
      THEN CASE
        WHEN "t16"."f_level" IS NULL
        THEN CAST(NULL AS BIGINT)
        WHEN "t16"."f_level" = 'national'
        THEN 150000
        WHEN "t16"."f_level" = 'provincial'
        THEN 125000
        WHEN "t16"."f_level" = 'city'
        THEN 100000
        ELSE 0
      END
      WHEN "t16"."number" = 7
      THEN CASE
        WHEN "t16"."severity" IS NULL
        THEN CAST(NULL AS BIGINT)
        WHEN "t16"."severity" = 'minor'
        THEN -20000
        WHEN "t16"."severity" = 'moderate'
        THEN -60000
        WHEN "t16"."severity" = 'serious'
        THEN -150000
        ELSE 0
      END
      WHEN "t16"."number" IN (8, 9)
      THEN -10000
      WHEN "t16"."number" = 10
      THEN -30000
      ELSE CAST(NULL AS BIGINT)
    END AS "worth",
    (
      "t16"."doubt_from" IS NOT NULL
    )
    AND (
      "t16"."doubt_from" <= "t16"."known_at"
    )
    AND (
      (
        "t16"."doubt_until" IS NULL
      ) OR (
        "t16"."known_at" < "t16"."doubt_until"
      )
    ) AS "doubted",
    (
      "t16"."public_since" IS NOT NULL
    )
    AND (
      "t16"."happened" < "t16"."public_since"
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
        "t9"."f_hours",
        "t9"."f_level",
        "t9"."f_amount",
        "t9"."f_days_overdue",
        "t13"."question",
        "t13"."as_of",
        "t13"."known_at",
        "t13"."public_since",
        "t13"."opens_0",
        "t13"."opens_1",
        "t13"."opens_2",
        "t10"."number"
      FROM "records" AS "t9"
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
      ) AS "t13"
        ON "t9"."subject" = "t13"."subject"
      INNER JOIN "factors" AS "t10"
        ON "t9"."type" = "t10"."type"
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
  ) AS "t16"
), "t35" AS (
  SELECT
    "t34"."question",
    "t34"."number",
    "t34"."record",
    "t34"."document",
    "t34"."happened",
    "t34"."ends",
    "t34"."leaves",
    "t34"."known",
    "t34"."worth",
    "t34"."doubted",
    "t34"."early",
    "t34"."given"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t32"."subject",
        "t32"."record",
        "t32"."type",
        "t32"."document",
        "t32"."happened",
        "t32"."ends",
        "t32"."leaves",
        "t32"."severity",
        "t32"."kind",
        "t32"."adverse",
        "t32"."known",
        "t32"."retracts",
        "t32"."superseded",
        "t32"."doubt_from",
        "t32"."doubt_until",
        "t32"."replaced",
        "t32"."f_hours",
        "t32"."f_level",
        "t32"."f_amount",
        "t32"."f_days_overdue",
        "t32"."question",
        "t32"."as_of",
        "t32"."known_at",
        "t32"."public_since",
        "t32"."opens_0",
        "t32"."opens_1",
        "t32"."opens_2",
        "t32"."number",
        "t32"."worth",
        "t32"."doubted",
        "t32"."early",
        "t32"."mended",
        "t32"."by_0",
        "t32"."share",
        "t32"."unmended",
        COALESCE("t32"."worth" - "t32"."unmended", 0) AS "given"
      FROM (
        SELECT
          "t31"."subject",
          "t31"."record",
          "t31"."type",
          "t31"."document",
          "t31"."happened",
          "t31"."ends",
          "t31"."leaves",
          "t31"."severity",
          "t31"."kind",
          "t31"."adverse",
          "t31"."known",
          "t31"."retracts",
          "t31"."superseded",
          "t31"."doubt_from",
          "t31"."doubt_until",
          "t31"."replaced",
          "t31"."f_hours",
          "t31"."f_level",
          "t31"."f_amount",
          "t31"."f_days_overdue",
          "t31"."question",
          "t31"."as_of",
          "t31"."known_at",
          "t31"."public_since",
          "t31"."opens_0",
          "t31"."opens_1",
          "t31"."opens_2",
          "t31"."number",
          CASE
            WHEN COALESCE("t31"."worth" < 0, FALSE)
            THEN (
              DIVIDE("t31"."worth", 1000) * (
                1000 - "t31"."share"
              )
            ) + (
              DIVIDE((
                "t31"."worth" % 1000
              ) * (
                1000 - "t31"."share"
              ), 1000) + CASE
                WHEN (
                  (
                    (
                      "t31"."worth" % 1000
                    ) * (
                      1000 - "t31"."share"
                    )
                  ) % 1000
                ) > 0
                THEN 1
                ELSE 0
              END
            )
            ELSE "t31"."worth"
          END AS "worth",
          "t31"."doubted",
          "t31"."early",
          "t31"."mended",
          "t31"."by_0",
          "t31"."share",
          "t31"."worth" AS "unmended"
        FROM (
          SELECT
            "t30"."subject",
            "t30"."record",
            "t30"."type",
            "t30"."document",
            "t30"."happened",
            "t30"."ends",
            "t30"."leaves",
            "t30"."severity",
            "t30"."kind",
            "t30"."adverse",
            "t30"."known",
            "t30"."retracts",
            "t30"."superseded",
            "t30"."doubt_from",
            "t30"."doubt_until",
            "t30"."replaced",
            "t30"."f_hours",
            "t30"."f_level",
            "t30"."f_amount",
            "t30"."f_days_overdue",
            "t30"."question",
            "t30"."as_of",
            "t30"."known_at",
            "t30"."public_since",
            "t30"."opens_0",
            "t30"."opens_1",
            "t30"."opens_2",
            "t30"."number",
            "t30"."worth",
            "t30"."doubted",
            "t30"."early",
            "t30"."mended",
            "t30"."by_0",
            CASE
              WHEN "t30"."number" IN (7, 8, 9)
              THEN CASE WHEN COALESCE("t30"."mended" <= "t30"."by_0", FALSE) THEN 500 ELSE 0 END
              ELSE 0
            END AS "share"
          FROM (
            SELECT
              "t23"."subject",
              "t23"."record",
              "t23"."type",
              "t23"."document",
              "t23"."happened",
              "t23"."ends",
              "t23"."leaves",
              "t23"."severity",
              "t23"."kind",
              "t23"."adverse",
              "t23"."known",
              "t23"."retracts",
              "t23"."superseded",
              "t23"."doubt_from",
              "t23"."doubt_until",
              "t23"."replaced",
              "t23"."f_hours",
              "t23"."f_level",
              "t23"."f_amount",
              "t23"."f_days_overdue",
              "t23"."question",
              "t23"."as_of",
              "t23"."known_at",
              "t23"."public_since",
              "t23"."opens_0",
              "t23"."opens_1",
              "t23"."opens_2",
              "t23"."number",
              "t23"."worth",
              "t23"."doubted",
              "t23"."early",
              "t29"."mended",
              "t8"."by_0"
            FROM "t19" AS "t23"
            LEFT OUTER JOIN (
              SELECT
                "t27"."question",
                "t27"."number",
                "t27"."record",
                MIN("t27"."mended") AS "mended"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t25"."question",
                    "t25"."number",
                    "t25"."document",
                    "t25"."record",
                    "t25"."wrong",
                    "t22"."mended"
                  FROM (
                    SELECT
                      "t21"."question",
                      "t21"."number",
                      "t21"."document",
                      "t21"."record",
                      "t21"."happened" AS "wrong"
                    FROM "t19" AS "t21"
                  ) AS "t25"
                  INNER JOIN (
                    SELECT
                      "t18"."question",
                      "t18"."number",
                      "t18"."document",
                      "t18"."happened" AS "mended"
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
                            "t9"."f_hours",
                            "t9"."f_level",
                            "t9"."f_amount",
                            "t9"."f_days_overdue",
                            "t13"."question",
                            "t13"."as_of",
                            "t13"."known_at",
                            "t13"."public_since",
                            "t13"."opens_0",
                            "t13"."opens_1",
                            "t13"."opens_2",
                            "t11"."number"
                          FROM "records" AS "t9"
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
                          ) AS "t13"
                            ON "t9"."subject" = "t13"."subject"
                          INNER JOIN "mends" AS "t11"
                            ON "t9"."type" = "t11"."type"
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
                      ) AS "t17"
                      WHERE
                        NOT (
                          "t17"."retracts"
                        )
                        AND (
                          (
                            "t17"."superseded" IS NULL
                          ) OR (
                            "t17"."known_at" < "t17"."superseded"
                          )
                        )
                        AND "t17"."happened" <= "t17"."as_of"
                    ) AS "t18"
                  ) AS "t22"
                    ON "t25"."question" = "t22"."question"
                    AND "t25"."number" = "t22"."number"
                    AND "t25"."document" = "t22"."document"
                ) AS "t26"
                WHERE
                  "t26"."mended" >= "t26"."wrong"
              ) AS "t27"
              GROUP BY
                1,
                2,
                3
            ) AS "t29"
              ON "t23"."question" = "t29"."question"
              AND "t23"."number" = "t29"."number"
              AND "t23"."record" = "t29"."record"
            LEFT OUTER JOIN "deadlines" AS "t8"
              ON "t23"."number" = "t8"."number" AND "t23"."happened" = "t8"."happened"
          ) AS "t30"
        ) AS "t31"
      ) AS "t32"
    ) AS "t33"
    WHERE
      NOT (
        "t33"."retracts"
      )
      AND (
        (
          "t33"."superseded" IS NULL
        ) OR (
          "t33"."known_at" < "t33"."superseded"
        )
      )
      AND "t33"."happened" <= "t33"."as_of"
      AND (
        (
          "t33"."leaves" IS NULL
        ) OR (
          "t33"."as_of" < "t33"."leaves"
        )
      )
      AND (
        (
          "t33"."ends" IS NULL
        ) OR (
          "t33"."as_of" < "t33"."ends"
        )
      )
      AND CASE
        WHEN "t33"."number" IN (0, 2, 3, 4, 7, 10)
        THEN "t33"."happened" > "t33"."opens_0"
        WHEN "t33"."number" IN (1, 5)
        THEN "t33"."happened" > "t33"."opens_1"
        WHEN "t33"."number" IN (6, 8, 9)
        THEN "t33"."happened" > "t33"."opens_2"
        ELSE TRUE
      END
      AND CASE
        WHEN "t33"."number" = 0
        THEN TRUE AND COALESCE("t33"."f_hours" >= 40, FALSE)
        WHEN "t33"."number" = 1
        THEN TRUE AND COALESCE("t33"."f_level" IN ('1', '2', '3'), FALSE)
        WHEN "t33"."number" = 3
        THEN TRUE AND COALESCE("t33"."f_hours" >= 5, FALSE)
        WHEN "t33"."number" IN (4, 9)
        THEN TRUE AND COALESCE("t33"."f_amount" >= 100000, FALSE)
        WHEN "t33"."number" = 8
        THEN TRUE AND COALESCE("t33"."f_days_overdue" >= 30, FALSE)
        ELSE TRUE
      END
      AND "t33"."worth" IS NOT NULL
  ) AS "t34"
), "t45" AS (
  SELECT
    *
  FROM (
    SELECT
      "t40"."question",
      "t40"."number",
      "t40"."record",
      "t40"."happened",
      "t40"."ends",
      "t40"."leaves",
      "t40"."points",
      "t40"."why",
      "t40"."given"
    FROM (
      SELECT
        "t37"."question",
        "t37"."number",
        "t37"."record",
        "t37"."document",
        "t37"."happened",
        "t37"."ends",
        "t37"."leaves",
        "t37"."known",
        "t37"."worth",
        "t37"."doubted",
        "t37"."early",
        CASE
          WHEN NOT (
            (
              "t37"."worth" < 0
            ) AND (
              "t37"."doubted" OR "t37"."early"
            )
          )
          THEN "t37"."given"
          ELSE 0
        END AS "given",
        CASE
          WHEN (
            "t37"."worth" < 0
          ) AND (
            "t37"."doubted" OR "t37"."early"
          )
          THEN 0
          ELSE "t37"."worth"
        END AS "points",
        CASE
          WHEN (
            "t37"."worth" < 0
          ) AND (
            "t37"."doubted" OR "t37"."early"
          )
          THEN CASE WHEN "t37"."doubted" THEN 'in_doubt' ELSE 'before_public' END
          ELSE ''
        END AS "why"
      FROM (
        SELECT
          *
        FROM "t35" AS "t36"
        WHERE
          "t36"."number" IN (0, 2, 3, 4, 5, 7, 8, 9, 10)
      ) AS "t37"
    ) AS "t40"
  ) AS "t41"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t43"."question",
      "t43"."number",
      "t43"."record",
      "t43"."happened",
      "t43"."ends",
      "t43"."leaves",
      "t43"."points",
      "t43"."why",
      "t43"."given"
    FROM (
      SELECT
        "t42"."question",
        "t42"."number",
        "t42"."record",
        "t42"."document",
        "t42"."happened",
        "t42"."ends",
        "t42"."leaves",
        "t42"."known",
        "t42"."worth",
        "t42"."doubted",
        "t42"."early",
        CASE
          WHEN NOT (
            "t42"."out"
          )
          AND (
            "t42"."place" = 0
          )
          AND (
            (
              "t42"."out_before" IS NULL
            ) OR (
              "t42"."out_before" <= "t42"."favour"
            )
          )
          THEN "t42"."given"
          ELSE 0
        END AS "given",
        "t42"."favour",
        "t42"."out",
        "t42"."event",
        "t42"."rank",
        "t42"."place",
        "t42"."sure_before",
        "t42"."out_before",
        CASE
          WHEN NOT (
            "t42"."out"
          )
          AND (
            "t42"."place" = 0
          )
          AND (
            (
              "t42"."out_before" IS NULL
            ) OR (
              "t42"."out_before" <= "t42"."favour"
            )
          )
          THEN "t42"."worth"
          ELSE 0
        END AS "points",
        CASE
          WHEN NOT (
            "t42"."out"
          )
          AND (
            "t42"."place" = 0
          )
          AND (
            (
              "t42"."out_before" IS NULL
            ) OR (
              "t42"."out_before" <= "t42"."favour"
            )
          )
          THEN ''
          WHEN "t42"."out" AND (
            COALESCE("t42"."sure_before", 0) = 0
          )
          THEN CASE WHEN "t42"."doubted" THEN 'in_doubt' ELSE 'before_public' END
          ELSE 'later_one'
        END AS "why"
      FROM (
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
          "t39"."given",
          "t39"."favour",
          "t39"."out",
          "t39"."event",
          "t39"."rank",
          ROW_NUMBER() OVER (
            PARTITION BY "t39"."question", "t39"."number", "t39"."event", "t39"."out"
            ORDER BY "t39"."rank" DESC, "t39"."happened" DESC, "t39"."known" DESC, "t39"."record" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "place",
          SUM(CASE WHEN NOT (
            "t39"."out"
          ) THEN 1 ELSE 0 END) OVER (
            PARTITION BY "t39"."question", "t39"."number", "t39"."event"
            ORDER BY "t39"."rank" DESC, "t39"."happened" DESC, "t39"."known" DESC, "t39"."record" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "sure_before",
          MAX(CASE WHEN "t39"."out" THEN "t39"."favour" ELSE CAST(NULL AS BIGINT) END) OVER (
            PARTITION BY "t39"."question", "t39"."number", "t39"."event"
            ORDER BY "t39"."rank" DESC, "t39"."happened" DESC, "t39"."known" DESC, "t39"."record" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "out_before"
        FROM (
          SELECT
            "t38"."question",
            "t38"."number",
            "t38"."record",
            "t38"."document",
            "t38"."happened",
            "t38"."ends",
            "t38"."leaves",
            "t38"."known",
            "t38"."worth",
            "t38"."doubted",
            "t38"."early",
            "t38"."given",
            "t38"."worth" AS "favour",
            (
              "t38"."worth" < 0
            ) AND (
              "t38"."doubted" OR "t38"."early"
            ) AS "out",
            0 AS "event",
            CASE WHEN "t38"."number" = 1 THEN "t38"."worth" ELSE 0 END AS "rank"
          FROM (
            SELECT
              *
            FROM "t35" AS "t36"
            WHERE
              "t36"."number" IN (1, 6)
          ) AS "t38"
        ) AS "t39"
      ) AS "t42"
    ) AS "t43"
  ) AS "t44"
)
SELECT
  "t97"."question",
  "t97"."subject",
  "t97"."as_of",
  "t97"."known_at",
  "t97"."points",
  "t97"."grade",
  "t97"."direct",
  "t97"."rank",
  "t97"."stage",
  "t97"."reduced_to",
  "t97"."ceiling"
FROM (
  SELECT
    "t96"."question",
    "t96"."subject",
    "t96"."as_of",
    "t96"."known_at",
    "t96"."sum_0",
    "t96"."sum_1",
    "t96"."sum_2",
    "t96"."sum_3",
    "t96"."sum_4",
    "t96"."sum_5",
    "t96"."sum_6",
    "t96"."sum_7",
    "t96"."sum_8",
    "t96"."sum_9",
    "t96"."sum_10",
    "t96"."start_0",
    "t96"."start_1",
    "t96"."start_2",
    "t96"."start_3",
    "t96"."start_4",
    "t96"."start_5",
    "t96"."start_6",
    "t96"."start_7",
    "t96"."start_8",
    "t96"."start_9",
    "t96"."start_10",
    "t96"."total_0",
    "t96"."total_1",
    "t96"."total_2",
    "t96"."total_3",
    "t96"."total_4",
    "t96"."total_5",
    "t96"."total_6",
    "t96"."total_7",
    "t96"."total_8",
    "t96"."total_9",
    "t96"."total_10",
    "t96"."parts_0",
    "t96"."parts_1",
    "t96"."parts_2",
    "t96"."parts_3",
    "t96"."part_0",
    "t96"."part_1",
    "t96"."part_2",
    "t96"."part_3",
    "t96"."base",
    "t96"."reached",
    "t96"."raised",
    "t96"."points",
    "t96"."band",
    "t96"."code",
    "t96"."direct",
    CASE
      WHEN "t96"."code" = 1
      THEN 'bad'
      WHEN "t96"."code" = 2
      THEN 'general'
      WHEN "t96"."code" = 3
      THEN 'good'
      WHEN "t96"."code" = 4
      THEN 'outstanding'
      WHEN "t96"."code" = 5
      THEN 'excellent'
      ELSE CAST(NULL AS TEXT)
    END AS "grade",
    CAST(NULL AS BIGINT) AS "rank",
    CAST(NULL AS TEXT) AS "stage",
    CAST(NULL AS BIGINT) AS "reduced_to",
    CAST(NULL AS BIGINT) AS "ceiling"
  FROM (
    SELECT
      "t95"."question",
      "t95"."subject",
      "t95"."as_of",
      "t95"."known_at",
      "t95"."sum_0",
      "t95"."sum_1",
      "t95"."sum_2",
      "t95"."sum_3",
      "t95"."sum_4",
      "t95"."sum_5",
      "t95"."sum_6",
      "t95"."sum_7",
      "t95"."sum_8",
      "t95"."sum_9",
      "t95"."sum_10",
      "t95"."start_0",
      "t95"."start_1",
      "t95"."start_2",
      "t95"."start_3",
      "t95"."start_4",
      "t95"."start_5",
      "t95"."start_6",
      "t95"."start_7",
      "t95"."start_8",
      "t95"."start_9",
      "t95"."start_10",
      "t95"."total_0",
      "t95"."total_1",
      "t95"."total_2",
      "t95"."total_3",
      "t95"."total_4",
      "t95"."total_5",
      "t95"."total_6",
      "t95"."total_7",
      "t95"."total_8",
      "t95"."total_9",
      "t95"."total_10",
      "t95"."parts_0",
      "t95"."parts_1",
      "t95"."parts_2",
      "t95"."parts_3",
      "t95"."part_0",
      "t95"."part_1",
      "t95"."part_2",
      "t95"."part_3",
      "t95"."base",
      "t95"."reached",
      "t95"."raised",
      "t95"."points",
      "t95"."band",
      "t95"."band" AS "code",
      CAST(NULL AS BIGINT) AS "direct"
    FROM (
      SELECT
        "t94"."question",
        "t94"."subject",
        "t94"."as_of",
        "t94"."known_at",
        "t94"."sum_0",
        "t94"."sum_1",
        "t94"."sum_2",
        "t94"."sum_3",
        "t94"."sum_4",
        "t94"."sum_5",
        "t94"."sum_6",
        "t94"."sum_7",
        "t94"."sum_8",
        "t94"."sum_9",
        "t94"."sum_10",
        "t94"."start_0",
        "t94"."start_1",
        "t94"."start_2",
        "t94"."start_3",
        "t94"."start_4",
        "t94"."start_5",
        "t94"."start_6",
        "t94"."start_7",
        "t94"."start_8",
        "t94"."start_9",
        "t94"."start_10",
        "t94"."total_0",
        "t94"."total_1",
        "t94"."total_2",
        "t94"."total_3",
        "t94"."total_4",
        "t94"."total_5",
        "t94"."total_6",
        "t94"."total_7",
        "t94"."total_8",
        "t94"."total_9",
        "t94"."total_10",
        "t94"."parts_0",
        "t94"."parts_1",
        "t94"."parts_2",
        "t94"."parts_3",
        "t94"."part_0",
        "t94"."part_1",
        "t94"."part_2",
        "t94"."part_3",
        "t94"."base",
        "t94"."reached",
        "t94"."raised",
        "t94"."points",
        CASE
          WHEN "t94"."points" >= 800000
          THEN 5
          WHEN "t94"."points" >= 680000
          THEN 4
          WHEN "t94"."points" >= 530000
          THEN 3
          WHEN "t94"."points" >= 400000
          THEN 2
          WHEN "t94"."points" >= 0
          THEN 1
          ELSE 0
        END AS "band"
      FROM (
        SELECT
          "t93"."question",
          "t93"."subject",
          "t93"."as_of",
          "t93"."known_at",
          "t93"."sum_0",
          "t93"."sum_1",
          "t93"."sum_2",
          "t93"."sum_3",
          "t93"."sum_4",
          "t93"."sum_5",
          "t93"."sum_6",
          "t93"."sum_7",
          "t93"."sum_8",
          "t93"."sum_9",
          "t93"."sum_10",
          "t93"."start_0",
          "t93"."start_1",
          "t93"."start_2",
          "t93"."start_3",
          "t93"."start_4",
          "t93"."start_5",
          "t93"."start_6",
          "t93"."start_7",
          "t93"."start_8",
          "t93"."start_9",
          "t93"."start_10",
          "t93"."total_0",
          "t93"."total_1",
          "t93"."total_2",
          "t93"."total_3",
          "t93"."total_4",
          "t93"."total_5",
          "t93"."total_6",
          "t93"."total_7",
          "t93"."total_8",
          "t93"."total_9",
          "t93"."total_10",
          "t93"."parts_0",
          "t93"."parts_1",
          "t93"."parts_2",
          "t93"."parts_3",
          "t93"."part_0",
          "t93"."part_1",
          "t93"."part_2",
          "t93"."part_3",
          500000 AS "base",
          500000 + "t93"."earned" AS "reached",
          GREATEST(500000 + "t93"."earned", 0) AS "raised",
          LEAST(GREATEST(500000 + "t93"."earned", 0), 1000000) AS "points"
        FROM (
          SELECT
            "t92"."question",
            "t92"."subject",
            "t92"."as_of",
            "t92"."known_at",
            "t92"."public_since",
            "t92"."opens_0",
            "t92"."opens_1",
            "t92"."opens_2",
            "t92"."rest",
            "t92"."sum_0",
            "t92"."sum_1",
            "t92"."sum_2",
            "t92"."sum_3",
            "t92"."sum_4",
            "t92"."sum_5",
            "t92"."sum_6",
            "t92"."sum_7",
            "t92"."sum_8",
            "t92"."sum_9",
            "t92"."sum_10",
            "t92"."start_0",
            "t92"."start_1",
            "t92"."start_2",
            "t92"."start_3",
            "t92"."start_4",
            "t92"."start_5",
            "t92"."start_6",
            "t92"."start_7",
            "t92"."start_8",
            "t92"."start_9",
            "t92"."start_10",
            "t92"."total_0",
            "t92"."total_1",
            "t92"."total_2",
            "t92"."total_3",
            "t92"."total_4",
            "t92"."total_5",
            "t92"."total_6",
            "t92"."total_7",
            "t92"."total_8",
            "t92"."total_9",
            "t92"."total_10",
            "t92"."parts_0",
            "t92"."parts_1",
            "t92"."parts_2",
            "t92"."parts_3",
            "t92"."part_0",
            "t92"."part_1",
            "t92"."part_2",
            "t92"."part_3",
            "t92"."rest" + "t92"."part_0" + "t92"."part_1" + "t92"."part_2" + "t92"."part_3" AS "earned"
          FROM (
            SELECT
              "t91"."question",
              "t91"."subject",
              "t91"."as_of",
              "t91"."known_at",
              "t91"."public_since",
              "t91"."opens_0",
              "t91"."opens_1",
              "t91"."opens_2",
              "t91"."rest",
              "t91"."sum_0",
              "t91"."sum_1",
              "t91"."sum_2",
              "t91"."sum_3",
              "t91"."sum_4",
              "t91"."sum_5",
              "t91"."sum_6",
              "t91"."sum_7",
              "t91"."sum_8",
              "t91"."sum_9",
              "t91"."sum_10",
              "t91"."start_0",
              "t91"."start_1",
              "t91"."start_2",
              "t91"."start_3",
              "t91"."start_4",
              "t91"."start_5",
              "t91"."start_6",
              "t91"."start_7",
              "t91"."start_8",
              "t91"."start_9",
              "t91"."start_10",
              "t91"."total_0",
              "t91"."total_1",
              "t91"."total_2",
              "t91"."total_3",
              "t91"."total_4",
              "t91"."total_5",
              "t91"."total_6",
              "t91"."total_7",
              "t91"."total_8",
              "t91"."total_9",
              "t91"."total_10",
              "t91"."parts_0",
              "t91"."parts_1",
              "t91"."parts_2",
              "t91"."parts_3",
              GREATEST(LEAST("t91"."parts_0", 50000), -(
                50000
              )) AS "part_0",
              GREATEST(LEAST("t91"."parts_1", 400000), -(
                400000
              )) AS "part_1",
              GREATEST("t91"."parts_2", -500000) AS "part_2",
              GREATEST(LEAST("t91"."parts_3", 50000), -(
                50000
              )) AS "part_3"
            FROM (
              SELECT
                "t90"."question",
                "t90"."subject",
                "t90"."as_of",
                "t90"."known_at",
                "t90"."public_since",
                "t90"."opens_0",
                "t90"."opens_1",
                "t90"."opens_2",
                "t90"."rest",
                "t90"."sum_0",
                "t90"."sum_1",
                "t90"."sum_2",
                "t90"."sum_3",
                "t90"."sum_4",
                "t90"."sum_5",
                "t90"."sum_6",
                "t90"."sum_7",
                "t90"."sum_8",
                "t90"."sum_9",
                "t90"."sum_10",
                "t90"."start_0",
                "t90"."start_1",
                "t90"."start_2",
                "t90"."start_3",
                "t90"."start_4",
                "t90"."start_5",
                "t90"."start_6",
                "t90"."start_7",
                "t90"."start_8",
                "t90"."start_9",
                "t90"."start_10",
                "t90"."total_0",
                "t90"."total_1",
                "t90"."total_2",
                "t90"."total_3",
                "t90"."total_4",
                "t90"."total_5",
                "t90"."total_6",
                "t90"."total_7",
                "t90"."total_8",
                "t90"."total_9",
                "t90"."total_10",
                "t90"."total_0" + "t90"."total_1" AS "parts_0",
                "t90"."total_2" + "t90"."total_3" + "t90"."total_4" + "t90"."total_5" AS "parts_1",
                "t90"."total_7" + "t90"."total_8" + "t90"."total_9" AS "parts_2",
                "t90"."total_6" + "t90"."total_10" AS "parts_3"
              FROM (
                SELECT
                  "t89"."question",
                  "t89"."subject",
                  "t89"."as_of",
                  "t89"."known_at",
                  "t89"."public_since",
                  "t89"."opens_0",
                  "t89"."opens_1",
                  "t89"."opens_2",
                  "t89"."rest",
                  "t89"."sum_0",
                  "t89"."sum_1",
                  "t89"."sum_2",
                  "t89"."sum_3",
                  "t89"."sum_4",
                  "t89"."sum_5",
                  "t89"."sum_6",
                  "t89"."sum_7",
                  "t89"."sum_8",
                  "t89"."sum_9",
                  "t89"."sum_10",
                  "t89"."start_0",
                  "t89"."start_1",
                  "t89"."start_2",
                  "t89"."start_3",
                  "t89"."start_4",
                  "t89"."start_5",
                  "t89"."start_6",
                  "t89"."start_7",
                  "t89"."start_8",
                  "t89"."start_9",
                  "t89"."start_10",
                  "t89"."sum_0" AS "total_0",
                  "t89"."sum_1" AS "total_1",
                  "t89"."sum_2" AS "total_2",
                  "t89"."sum_3" AS "total_3",
                  "t89"."sum_4" AS "total_4",
                  "t89"."sum_5" AS "total_5",
                  "t89"."sum_6" AS "total_6",
                  "t89"."sum_7" AS "total_7",
                  "t89"."sum_8" AS "total_8",
                  "t89"."sum_9" AS "total_9",
                  "t89"."sum_10" AS "total_10"
                FROM (
                  SELECT
                    "t88"."question",
                    "t88"."subject",
                    "t88"."as_of",
                    "t88"."known_at",
                    "t88"."public_since",
                    "t88"."opens_0",
                    "t88"."opens_1",
                    "t88"."opens_2",
                    "t88"."rest",
                    "t88"."sum_0" + "t88"."start_0" AS "sum_0",
                    "t88"."sum_1" + "t88"."start_1" AS "sum_1",
                    "t88"."sum_2" + "t88"."start_2" AS "sum_2",
                    "t88"."sum_3" + "t88"."start_3" AS "sum_3",
                    "t88"."sum_4" + "t88"."start_4" AS "sum_4",
                    "t88"."sum_5" + "t88"."start_5" AS "sum_5",
                    "t88"."sum_6" + "t88"."start_6" AS "sum_6",
                    "t88"."sum_7" + "t88"."start_7" AS "sum_7",
                    "t88"."sum_8" + "t88"."start_8" AS "sum_8",
                    "t88"."sum_9" + "t88"."start_9" AS "sum_9",
                    "t88"."sum_10" + "t88"."start_10" AS "sum_10",
                    "t88"."start_0",
                    "t88"."start_1",
                    "t88"."start_2",
                    "t88"."start_3",
                    "t88"."start_4",
                    "t88"."start_5",
                    "t88"."start_6",
                    "t88"."start_7",
                    "t88"."start_8",
                    "t88"."start_9",
                    "t88"."start_10"
                  FROM (
                    SELECT
                      "t87"."question",
                      "t87"."subject",
                      "t87"."as_of",
                      "t87"."known_at",
                      "t87"."public_since",
                      "t87"."opens_0",
                      "t87"."opens_1",
                      "t87"."opens_2",
                      COALESCE("t87"."rest", 0) AS "rest",
                      COALESCE("t87"."sum_0", 0) AS "sum_0",
                      COALESCE("t87"."sum_1", 0) AS "sum_1",
                      COALESCE("t87"."sum_2", 0) AS "sum_2",
                      COALESCE("t87"."sum_3", 0) AS "sum_3",
                      COALESCE("t87"."sum_4", 0) AS "sum_4",
                      COALESCE("t87"."sum_5", 0) AS "sum_5",
                      COALESCE("t87"."sum_6", 0) AS "sum_6",
                      COALESCE("t87"."sum_7", 0) AS "sum_7",
                      COALESCE("t87"."sum_8", 0) AS "sum_8",
                      COALESCE("t87"."sum_9", 0) AS "sum_9",
                      COALESCE("t87"."sum_10", 0) AS "sum_10",
                      0 AS "start_0",
                      0 AS "start_1",
                      0 AS "start_2",
                      0 AS "start_3",
                      0 AS "start_4",
                      0 AS "start_5",
                      0 AS "start_6",
                      0 AS "start_7",
                      0 AS "start_8",
                      0 AS "start_9",
                      0 AS "start_10"
                    FROM (
                      SELECT
                        "t6"."question",
                        "t6"."subject",
                        "t6"."as_of",
                        "t6"."known_at",
                        "t7"."public_since",
                        "t7"."opens_0",
                        "t7"."opens_1",
                        "t7"."opens_2",
                        "t86"."rest",
                        "t86"."sum_0",
                        "t86"."sum_1",
                        "t86"."sum_2",
                        "t86"."sum_3",
                        "t86"."sum_4",
                        "t86"."sum_5",
                        "t86"."sum_6",
                        "t86"."sum_7",
                        "t86"."sum_8",
                        "t86"."sum_9",
                        "t86"."sum_10"
                      FROM "questions" AS "t6"
                      INNER JOIN "days" AS "t7"
                        ON "t6"."as_of" = "t7"."as_of"
                      LEFT OUTER JOIN (
                        SELECT
                          "t84"."question",
                          SUM(
                            CASE
                              WHEN NOT (
                                "t84"."slot" IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
                              )
                              THEN "t84"."points"
                              ELSE 0
                            END
                          ) AS "rest",
                          SUM(CASE WHEN "t84"."slot" = 0 THEN "t84"."points" ELSE 0 END) AS "sum_0",
                          SUM(CASE WHEN "t84"."slot" = 1 THEN "t84"."points" ELSE 0 END) AS "sum_1",
                          SUM(CASE WHEN "t84"."slot" = 2 THEN "t84"."points" ELSE 0 END) AS "sum_2",
                          SUM(CASE WHEN "t84"."slot" = 3 THEN "t84"."points" ELSE 0 END) AS "sum_3",
                          SUM(CASE WHEN "t84"."slot" = 4 THEN "t84"."points" ELSE 0 END) AS "sum_4",
                          SUM(CASE WHEN "t84"."slot" = 5 THEN "t84"."points" ELSE 0 END) AS "sum_5",
                          SUM(CASE WHEN "t84"."slot" = 6 THEN "t84"."points" ELSE 0 END) AS "sum_6",
                          SUM(CASE WHEN "t84"."slot" = 7 THEN "t84"."points" ELSE 0 END) AS "sum_7",
                          SUM(CASE WHEN "t84"."slot" = 8 THEN "t84"."points" ELSE 0 END) AS "sum_8",
                          SUM(CASE WHEN "t84"."slot" = 9 THEN "t84"."points" ELSE 0 END) AS "sum_9",
                          SUM(CASE WHEN "t84"."slot" = 10 THEN "t84"."points" ELSE 0 END) AS "sum_10"
                        FROM (
                          SELECT
                            *
                          FROM (
                            SELECT
                              "t57"."question",
                              "t57"."slot",
                              "t57"."points"
                            FROM (
                              SELECT
                                "t56"."question",
                                "t56"."slot",
                                "t56"."year",
                                "t56"."total",
                                "t56"."kept",
                                "t56"."kept" AS "points"
                              FROM (
                                SELECT
                                  "t54"."question",
                                  "t54"."slot",
                                  "t54"."year",
                                  "t54"."total",
                                  CASE
                                    WHEN "t54"."slot" = 0
                                    THEN GREATEST(LEAST("t54"."total", 30000), -(
                                      30000
                                    ))
                                    WHEN "t54"."slot" = 2
                                    THEN GREATEST(LEAST("t54"."total", 50000), -(
                                      50000
                                    ))
                                    ELSE "t54"."total"
                                  END AS "kept"
                                FROM (
                                  SELECT
                                    "t52"."question",
                                    "t52"."slot",
                                    "t52"."year",
                                    SUM("t52"."points") AS "total"
                                  FROM (
                                    SELECT
                                      "t51"."question",
                                      "t51"."number",
                                      "t51"."record",
                                      "t51"."happened",
                                      "t51"."ends",
                                      "t51"."leaves",
                                      "t51"."points",
                                      "t51"."why",
                                      "t51"."given",
                                      "t51"."slot",
                                      CASE
                                        WHEN "t51"."slot" IN (0, 2)
                                        THEN CAST(EXTRACT(year FROM "t51"."happened") AS BIGINT)
                                        ELSE 0
                                      END AS "year"
                                    FROM (
                                      SELECT
                                        "t48"."question",
                                        "t48"."number",
                                        "t48"."record",
                                        "t48"."happened",
                                        "t48"."ends",
                                        "t48"."leaves",
                                        "t48"."points",
                                        "t48"."why",
                                        "t48"."given",
                                        CASE
                                          WHEN "t48"."number" = 0
                                          THEN 0
                                          WHEN "t48"."number" = 1
                                          THEN 1
                                          WHEN "t48"."number" = 2
                                          THEN 2
                                          WHEN "t48"."number" = 3
                                          THEN 3
                                          WHEN "t48"."number" = 4
                                          THEN 4
                                          WHEN "t48"."number" = 5
                                          THEN 5
                                          WHEN "t48"."number" = 6
                                          THEN 6
                                          WHEN "t48"."number" = 7
                                          THEN 7
                                          WHEN "t48"."number" = 8
                                          THEN 8
                                          WHEN "t48"."number" = 9
                                          THEN 9
                                          WHEN "t48"."number" = 10
                                          THEN 10
                                          ELSE -1
                                        END AS "slot"
                                      FROM (
                                        SELECT
                                          *
                                        FROM "t45" AS "t46"
                                        WHERE
                                          NOT (
                                            "t46"."number" IN (3, 4, 8)
                                          )
                                      ) AS "t48"
                                    ) AS "t51"
                                  ) AS "t52"
                                  GROUP BY
                                    1,
                                    2,
                                    3
                                ) AS "t54"
                              ) AS "t56"
                            ) AS "t57"
                          ) AS "t59"
                          UNION ALL
                          SELECT
                            *
                          FROM (
                            SELECT
                              "t82"."question",
                              "t82"."slot",
                              "t82"."points"
                            FROM (
                              SELECT
                                "t81"."question",
                                "t81"."slot",
                                "t81"."record",
                                "t81"."happened",
                                CASE
                                  WHEN "t81"."up"
                                  THEN "t81"."points" - (
                                    "t81"."part" - LEAST("t81"."part", GREATEST("t81"."room" - "t81"."used", 0))
                                  )
                                  ELSE "t81"."points" + (
                                    "t81"."part" - LEAST("t81"."part", GREATEST("t81"."room" - "t81"."used", 0))
                                  )
                                END AS "points",
                                "t81"."period",
                                "t81"."had",
                                "t81"."gained",
                                "t81"."lost",
                                "t81"."room",
                                "t81"."all_gained",
                                "t81"."all_lost",
                                "t81"."up",
                                "t81"."part",
                                "t81"."used"
                              FROM (
                                SELECT
                                  "t80"."question",
                                  "t80"."slot",
                                  "t80"."record",
                                  "t80"."happened",
                                  "t80"."points",
                                  "t80"."period",
                                  "t80"."had",
                                  "t80"."gained",
                                  "t80"."lost",
                                  "t80"."room",
                                  "t80"."all_gained",
                                  "t80"."all_lost",
                                  "t80"."up",
                                  "t80"."part",
                                  COALESCE(
                                    SUM("t80"."part") OVER (
                                      PARTITION BY "t80"."question", "t80"."slot", "t80"."period"
                                      ORDER BY "t80"."happened" ASC, "t80"."record" ASC
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                                    ),
                                    0
                                  ) AS "used"
                                FROM (
                                  SELECT
                                    "t79"."question",
                                    "t79"."slot",
                                    "t79"."record",
                                    "t79"."happened",
                                    "t79"."points",
                                    "t79"."period",
                                    "t79"."had",
                                    "t79"."gained",
                                    "t79"."lost",
                                    "t79"."room",
                                    "t79"."all_gained",
                                    "t79"."all_lost",
                                    "t79"."up",
                                    CASE WHEN "t79"."up" THEN "t79"."gained" ELSE "t79"."lost" END AS "part",
                                    "t79"."used"
                                  FROM (
                                    SELECT
                                      "t78"."question",
                                      "t78"."slot",
                                      "t78"."record",
                                      "t78"."happened",
                                      "t78"."points",
                                      "t78"."period",
                                      "t78"."had",
                                      "t78"."gained",
                                      "t78"."lost",
                                      CASE
                                        WHEN ABS("t78"."all_gained" - "t78"."all_lost") > "t78"."room"
                                        THEN CASE
                                          WHEN "t78"."all_gained" > "t78"."all_lost"
                                          THEN "t78"."all_gained"
                                          ELSE "t78"."all_lost"
                                        END - (
                                          ABS("t78"."all_gained" - "t78"."all_lost") - "t78"."room"
                                        )
                                        ELSE 4611686018427387904
                                      END AS "room",
                                      "t78"."all_gained",
                                      "t78"."all_lost",
                                      "t78"."all_gained" > "t78"."all_lost" AS "up",
                                      "t78"."part",
                                      "t78"."used"
                                    FROM (
                                      SELECT
                                        "t77"."question",
                                        "t77"."slot",
                                        "t77"."record",
                                        "t77"."happened",
                                        "t77"."points",
                                        "t77"."period",
                                        "t77"."had",
                                        "t77"."gained",
                                        "t77"."lost",
                                        "t77"."room",
                                        SUM("t77"."gained") OVER (
                                          PARTITION BY "t77"."question", "t77"."slot", "t77"."period"
                                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                        ) AS "all_gained",
                                        SUM("t77"."lost") OVER (
                                          PARTITION BY "t77"."question", "t77"."slot", "t77"."period"
                                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                        ) AS "all_lost",
                                        "t77"."up",
                                        "t77"."part",
                                        "t77"."used"
                                      FROM (
                                        SELECT
                                          "t76"."question",
                                          "t76"."slot",
                                          "t76"."record",
                                          "t76"."happened",
                                          "t76"."points",
                                          "t76"."period",
                                          "t76"."had",
                                          GREATEST("t76"."points", 0) AS "gained",
                                          GREATEST(-(
                                            "t76"."points"
                                          ), 0) AS "lost",
                                          CASE
                                            WHEN "t76"."slot" = 3
                                            THEN 75000
                                            WHEN "t76"."slot" = 4
                                            THEN 30000
                                            ELSE 4611686018427387904
                                          END AS "room",
                                          "t76"."all_gained",
                                          "t76"."all_lost",
                                          "t76"."up",
                                          "t76"."part",
                                          "t76"."used"
                                        FROM (
                                          SELECT
                                            "t75"."question",
                                            "t75"."slot",
                                            "t75"."record",
                                            "t75"."happened",
                                            CASE
                                              WHEN "t75"."up"
                                              THEN "t75"."points" - (
                                                "t75"."part" - LEAST("t75"."part", GREATEST("t75"."room" - "t75"."used", 0))
                                              )
                                              ELSE "t75"."points" + (
                                                "t75"."part" - LEAST("t75"."part", GREATEST("t75"."room" - "t75"."used", 0))
                                              )
                                            END AS "points",
                                            "t75"."period",
                                            "t75"."had",
                                            "t75"."gained",
                                            "t75"."lost",
                                            "t75"."room",
                                            "t75"."all_gained",
                                            "t75"."all_lost",
                                            "t75"."up",
                                            "t75"."part",
                                            "t75"."used"
                                          FROM (
                                            SELECT
                                              "t74"."question",
                                              "t74"."slot",
                                              "t74"."record",
                                              "t74"."happened",
                                              "t74"."points",
                                              "t74"."period",
                                              "t74"."had",
                                              "t74"."gained",
                                              "t74"."lost",
                                              "t74"."room",
                                              "t74"."all_gained",
                                              "t74"."all_lost",
                                              "t74"."up",
                                              "t74"."part",
                                              COALESCE(
                                                SUM("t74"."part") OVER (
                                                  PARTITION BY "t74"."question", "t74"."slot", "t74"."period"
                                                  ORDER BY "t74"."happened" ASC, "t74"."record" ASC
                                                  ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                                                ),
                                                0
                                              ) AS "used"
                                            FROM (
                                              SELECT
                                                "t73"."question",
                                                "t73"."slot",
                                                "t73"."record",
                                                "t73"."happened",
                                                "t73"."points",
                                                "t73"."period",
                                                "t73"."had",
                                                "t73"."gained",
                                                "t73"."lost",
                                                "t73"."room",
                                                "t73"."all_gained",
                                                "t73"."all_lost",
                                                "t73"."up",
                                                CASE WHEN "t73"."up" THEN "t73"."gained" ELSE "t73"."lost" END AS "part",
                                                "t73"."used"
                                              FROM (
                                                SELECT
                                                  "t72"."question",
                                                  "t72"."slot",
                                                  "t72"."record",
                                                  "t72"."happened",
                                                  "t72"."points",
                                                  "t72"."period",
                                                  "t72"."had",
                                                  "t72"."gained",
                                                  "t72"."lost",
                                                  "t72"."room",
                                                  "t72"."all_gained",
                                                  "t72"."all_lost",
                                                  FALSE AS "up",
                                                  "t72"."part",
                                                  "t72"."used"
                                                FROM (
                                                  SELECT
                                                    "t71"."question",
                                                    "t71"."slot",
                                                    "t71"."record",
                                                    "t71"."happened",
                                                    "t71"."points",
                                                    "t71"."period",
                                                    "t71"."had",
                                                    GREATEST("t71"."points", 0) AS "gained",
                                                    GREATEST(-(
                                                      "t71"."points"
                                                    ), 0) AS "lost",
                                                    CASE WHEN "t71"."slot" = 8 THEN 30000 ELSE 4611686018427387904 END AS "room",
                                                    "t71"."all_gained",
                                                    "t71"."all_lost",
                                                    "t71"."up",
                                                    "t71"."part",
                                                    "t71"."used"
                                                  FROM (
                                                    SELECT
                                                      "t70"."question",
                                                      "t70"."slot",
                                                      "t70"."record",
                                                      "t70"."happened",
                                                      "t70"."points",
                                                      CAST(EXTRACT(year FROM "t70"."happened") AS BIGINT) AS "period",
                                                      "t70"."points" AS "had",
                                                      "t70"."gained",
                                                      "t70"."lost",
                                                      "t70"."room",
                                                      "t70"."all_gained",
                                                      "t70"."all_lost",
                                                      "t70"."up",
                                                      "t70"."part",
                                                      "t70"."used"
                                                    FROM (
                                                      SELECT
                                                        "t69"."question",
                                                        "t69"."slot",
                                                        "t69"."record",
                                                        "t69"."happened",
                                                        CASE
                                                          WHEN "t69"."up"
                                                          THEN "t69"."points" - (
                                                            "t69"."part" - LEAST("t69"."part", GREATEST("t69"."room" - "t69"."used", 0))
                                                          )
                                                          ELSE "t69"."points" + (
                                                            "t69"."part" - LEAST("t69"."part", GREATEST("t69"."room" - "t69"."used", 0))
                                                          )
                                                        END AS "points",
                                                        "t69"."period",
                                                        "t69"."had",
                                                        "t69"."gained",
                                                        "t69"."lost",
                                                        "t69"."room",
                                                        "t69"."all_gained",
                                                        "t69"."all_lost",
                                                        "t69"."up",
                                                        "t69"."part",
                                                        "t69"."used"
                                                      FROM (
                                                        SELECT
                                                          "t68"."question",
                                                          "t68"."slot",
                                                          "t68"."record",
                                                          "t68"."happened",
                                                          "t68"."points",
                                                          "t68"."period",
                                                          "t68"."had",
                                                          "t68"."gained",
                                                          "t68"."lost",
                                                          "t68"."room",
                                                          "t68"."all_gained",
                                                          "t68"."all_lost",
                                                          "t68"."up",
                                                          "t68"."part",
                                                          COALESCE(
                                                            SUM("t68"."part") OVER (
                                                              PARTITION BY "t68"."question", "t68"."slot", "t68"."period"
                                                              ORDER BY "t68"."happened" ASC, "t68"."record" ASC
                                                              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                                                            ),
                                                            0
                                                          ) AS "used"
                                                        FROM (
                                                          SELECT
                                                            "t67"."question",
                                                            "t67"."slot",
                                                            "t67"."record",
                                                            "t67"."happened",
                                                            "t67"."points",
                                                            "t67"."period",
                                                            "t67"."had",
                                                            "t67"."gained",
                                                            "t67"."lost",
                                                            "t67"."room",
                                                            "t67"."all_gained",
                                                            "t67"."all_lost",
                                                            "t67"."up",
                                                            CASE WHEN "t67"."up" THEN "t67"."gained" ELSE "t67"."lost" END AS "part",
                                                            "t67"."used"
                                                          FROM (
                                                            SELECT
                                                              "t66"."question",
                                                              "t66"."slot",
                                                              "t66"."record",
                                                              "t66"."happened",
                                                              "t66"."points",
                                                              "t66"."period",
                                                              "t66"."had",
                                                              "t66"."gained",
                                                              "t66"."lost",
                                                              CASE
                                                                WHEN ABS("t66"."all_gained" - "t66"."all_lost") > "t66"."room"
                                                                THEN CASE
                                                                  WHEN "t66"."all_gained" > "t66"."all_lost"
                                                                  THEN "t66"."all_gained"
                                                                  ELSE "t66"."all_lost"
                                                                END - (
                                                                  ABS("t66"."all_gained" - "t66"."all_lost") - "t66"."room"
                                                                )
                                                                ELSE 4611686018427387904
                                                              END AS "room",
                                                              "t66"."all_gained",
                                                              "t66"."all_lost",
                                                              "t66"."all_gained" > "t66"."all_lost" AS "up",
                                                              "t66"."part",
                                                              "t66"."used"
                                                            FROM (
                                                              SELECT
                                                                "t65"."question",
                                                                "t65"."slot",
                                                                "t65"."record",
                                                                "t65"."happened",
                                                                "t65"."points",
                                                                "t65"."period",
                                                                "t65"."had",
                                                                "t65"."gained",
                                                                "t65"."lost",
                                                                "t65"."room",
                                                                SUM("t65"."gained") OVER (
                                                                  PARTITION BY "t65"."question", "t65"."slot", "t65"."period"
                                                                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                                                ) AS "all_gained",
                                                                SUM("t65"."lost") OVER (
                                                                  PARTITION BY "t65"."question", "t65"."slot", "t65"."period"
                                                                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                                                ) AS "all_lost",
                                                                "t65"."up",
                                                                "t65"."part",
                                                                "t65"."used"
                                                              FROM (
                                                                SELECT
                                                                  "t64"."question",
                                                                  "t64"."slot",
                                                                  "t64"."record",
                                                                  "t64"."happened",
                                                                  "t64"."points",
                                                                  "t64"."period",
                                                                  "t64"."had",
                                                                  GREATEST("t64"."points", 0) AS "gained",
                                                                  GREATEST(-(
                                                                    "t64"."points"
                                                                  ), 0) AS "lost",
                                                                  CASE WHEN "t64"."slot" = 3 THEN 25000 ELSE 4611686018427387904 END AS "room",
                                                                  "t64"."all_gained",
                                                                  "t64"."all_lost",
                                                                  "t64"."up",
                                                                  "t64"."part",
                                                                  "t64"."used"
                                                                FROM (
                                                                  SELECT
                                                                    "t63"."question",
                                                                    "t63"."slot",
                                                                    "t63"."record",
                                                                    "t63"."happened",
                                                                    "t63"."points",
                                                                    (
                                                                      CAST(EXTRACT(year FROM "t63"."happened") AS BIGINT) * 12
                                                                    ) + CAST(EXTRACT(month FROM "t63"."happened") AS BIGINT) AS "period",
                                                                    "t63"."points" AS "had",
                                                                    "t63"."gained",
                                                                    "t63"."lost",
                                                                    "t63"."room",
                                                                    "t63"."all_gained",
                                                                    "t63"."all_lost",
                                                                    "t63"."up",
                                                                    "t63"."part",
                                                                    "t63"."used"
                                                                  FROM (
                                                                    SELECT
                                                                      "t62"."question",
                                                                      "t62"."slot",
                                                                      "t62"."record",
                                                                      "t62"."happened",
                                                                      CASE
                                                                        WHEN "t62"."up"
                                                                        THEN "t62"."points" - (
                                                                          "t62"."part" - LEAST("t62"."part", GREATEST("t62"."room" - "t62"."used", 0))
                                                                        )
                                                                        ELSE "t62"."points" + (
                                                                          "t62"."part" - LEAST("t62"."part", GREATEST("t62"."room" - "t62"."used", 0))
                                                                        )
                                                                      END AS "points",
                                                                      "t62"."period",
                                                                      "t62"."had",
                                                                      "t62"."gained",
                                                                      "t62"."lost",
                                                                      "t62"."room",
                                                                      "t62"."all_gained",
                                                                      "t62"."all_lost",
                                                                      "t62"."up",
                                                                      "t62"."part",
                                                                      "t62"."used"
                                                                    FROM (
                                                                      SELECT
                                                                        "t61"."question",
                                                                        "t61"."slot",
                                                                        "t61"."record",
                                                                        "t61"."happened",
                                                                        "t61"."points",
                                                                        "t61"."period",
                                                                        "t61"."had",
                                                                        "t61"."gained",
                                                                        "t61"."lost",
                                                                        "t61"."room",
                                                                        "t61"."all_gained",
                                                                        "t61"."all_lost",
                                                                        "t61"."up",
                                                                        "t61"."part",
                                                                        COALESCE(
                                                                          SUM("t61"."part") OVER (
                                                                            PARTITION BY "t61"."question", "t61"."slot", "t61"."period"
                                                                            ORDER BY "t61"."happened" ASC, "t61"."record" ASC
                                                                            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                                                                          ),
                                                                          0
                                                                        ) AS "used"
                                                                      FROM (
                                                                        SELECT
                                                                          "t60"."question",
                                                                          "t60"."slot",
                                                                          "t60"."record",
                                                                          "t60"."happened",
                                                                          "t60"."points",
                                                                          "t60"."period",
                                                                          "t60"."had",
                                                                          "t60"."gained",
                                                                          "t60"."lost",
                                                                          "t60"."room",
                                                                          "t60"."all_gained",
                                                                          "t60"."all_lost",
                                                                          "t60"."up",
                                                                          CASE WHEN "t60"."up" THEN "t60"."gained" ELSE "t60"."lost" END AS "part"
                                                                        FROM (
                                                                          SELECT
                                                                            "t58"."question",
                                                                            "t58"."slot",
                                                                            "t58"."record",
                                                                            "t58"."happened",
                                                                            "t58"."points",
                                                                            "t58"."period",
                                                                            "t58"."had",
                                                                            "t58"."gained",
                                                                            "t58"."lost",
                                                                            CASE
                                                                              WHEN ABS("t58"."all_gained" - "t58"."all_lost") > "t58"."room"
                                                                              THEN CASE
                                                                                WHEN "t58"."all_gained" > "t58"."all_lost"
                                                                                THEN "t58"."all_gained"
                                                                                ELSE "t58"."all_lost"
                                                                              END - (
                                                                                ABS("t58"."all_gained" - "t58"."all_lost") - "t58"."room"
                                                                              )
                                                                              ELSE 4611686018427387904
                                                                            END AS "room",
                                                                            "t58"."all_gained",
                                                                            "t58"."all_lost",
                                                                            "t58"."all_gained" > "t58"."all_lost" AS "up"
                                                                          FROM (
                                                                            SELECT
                                                                              "t55"."question",
                                                                              "t55"."slot",
                                                                              "t55"."record",
                                                                              "t55"."happened",
                                                                              "t55"."points",
                                                                              "t55"."period",
                                                                              "t55"."had",
                                                                              "t55"."gained",
                                                                              "t55"."lost",
                                                                              "t55"."room",
                                                                              SUM("t55"."gained") OVER (
                                                                                PARTITION BY "t55"."question", "t55"."slot", "t55"."period"
                                                                                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                                                              ) AS "all_gained",
                                                                              SUM("t55"."lost") OVER (
                                                                                PARTITION BY "t55"."question", "t55"."slot", "t55"."period"
                                                                                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                                                              ) AS "all_lost"
                                                                            FROM (
                                                                              SELECT
                                                                                "t53"."question",
                                                                                "t53"."slot",
                                                                                "t53"."record",
                                                                                "t53"."happened",
                                                                                "t53"."points",
                                                                                "t53"."period",
                                                                                "t53"."had",
                                                                                GREATEST("t53"."points", 0) AS "gained",
                                                                                GREATEST(-(
                                                                                  "t53"."points"
                                                                                ), 0) AS "lost",
                                                                                CASE WHEN "t53"."slot" = 4 THEN 10000 ELSE 4611686018427387904 END AS "room"
                                                                              FROM (
                                                                                SELECT
                                                                                  "t50"."question",
                                                                                  "t50"."slot",
                                                                                  "t50"."record",
                                                                                  "t50"."happened",
                                                                                  "t50"."points",
                                                                                  (
                                                                                    (
                                                                                      (
                                                                                        CAST(EXTRACT(year FROM "t50"."happened") AS BIGINT) * 12
                                                                                      ) + CAST(EXTRACT(month FROM "t50"."happened") AS BIGINT)
                                                                                    ) * 32
                                                                                  ) + CAST(EXTRACT(day FROM "t50"."happened") AS BIGINT) AS "period",
                                                                                  "t50"."points" AS "had"
                                                                                FROM (
                                                                                  SELECT
                                                                                    "t49"."question",
                                                                                    "t49"."slot",
                                                                                    "t49"."record",
                                                                                    "t49"."happened",
                                                                                    "t49"."points"
                                                                                  FROM (
                                                                                    SELECT
                                                                                      "t47"."question",
                                                                                      "t47"."number",
                                                                                      "t47"."record",
                                                                                      "t47"."happened",
                                                                                      "t47"."ends",
                                                                                      "t47"."leaves",
                                                                                      "t47"."points",
                                                                                      "t47"."why",
                                                                                      "t47"."given",
                                                                                      "t47"."number" AS "slot"
                                                                                    FROM (
                                                                                      SELECT
                                                                                        *
                                                                                      FROM "t45" AS "t46"
                                                                                      WHERE
                                                                                        "t46"."number" IN (3, 4, 8)
                                                                                    ) AS "t47"
                                                                                  ) AS "t49"
                                                                                ) AS "t50"
                                                                              ) AS "t53"
                                                                            ) AS "t55"
                                                                          ) AS "t58"
                                                                        ) AS "t60"
                                                                      ) AS "t61"
                                                                    ) AS "t62"
                                                                  ) AS "t63"
                                                                ) AS "t64"
                                                              ) AS "t65"
                                                            ) AS "t66"
                                                          ) AS "t67"
                                                        ) AS "t68"
                                                      ) AS "t69"
                                                    ) AS "t70"
                                                  ) AS "t71"
                                                ) AS "t72"
                                              ) AS "t73"
                                            ) AS "t74"
                                          ) AS "t75"
                                        ) AS "t76"
                                      ) AS "t77"
                                    ) AS "t78"
                                  ) AS "t79"
                                ) AS "t80"
                              ) AS "t81"
                            ) AS "t82"
                          ) AS "t83"
                        ) AS "t84"
                        GROUP BY
                          1
                      ) AS "t86"
                        ON "t6"."question" = "t86"."question"
                    ) AS "t87"
                  ) AS "t88"
                ) AS "t89"
              ) AS "t90"
            ) AS "t91"
          ) AS "t92"
        ) AS "t93"
      ) AS "t94"
    ) AS "t95"
  ) AS "t96"
) AS "t97"

-- contributions; fields: f_amount int64, f_days_overdue int64, f_hours int64, f_level string
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
    "t18"."f_hours",
    "t18"."f_level",
    "t18"."f_amount",
    "t18"."f_days_overdue",
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
      THEN 15000
      WHEN "t18"."number" IN (1, 2)
      THEN 25000
      WHEN "t18"."number" = 3
      THEN CASE
        WHEN (
          "t18"."f_hours" >= -1000000000000
        )
        AND (
          "t18"."f_hours" <= 1000000000000
        )
        THEN "t18"."f_hours" * 1250
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t18"."number" IN (4, 6)
      THEN 10000
      WHEN "t18"."number" = 5
      THEN CASE
        WHEN "t18"."f_level" IS NULL
        THEN CAST(NULL AS BIGINT)
        WHEN "t18"."f_level" = 'national'
        THEN 150000
        WHEN "t18"."f_level" = 'provincial'
        THEN 125000
        WHEN "t18"."f_level" = 'city'
        THEN 100000
        ELSE 0
      END
      WHEN "t18"."number" = 7
      THEN CASE
        WHEN "t18"."severity" IS NULL
        THEN CAST(NULL AS BIGINT)
        WHEN "t18"."severity" = 'minor'
        THEN -20000
        WHEN "t18"."severity" = 'moderate'
        THEN -60000
        WHEN "t18"."severity" = 'serious'
        THEN -150000
        ELSE 0
      END
      WHEN "t18"."number" IN (8, 9)
      THEN -10000
      WHEN "t18"."number" = 10
      THEN -30000
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
        "t6"."f_hours",
        "t6"."f_level",
        "t6"."f_amount",
        "t6"."f_days_overdue",
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
    "t36"."f_hours",
    "t36"."f_level",
    "t36"."f_amount",
    "t36"."f_days_overdue",
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
      "t35"."f_hours",
      "t35"."f_level",
      "t35"."f_amount",
      "t35"."f_days_overdue",
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
        "t34"."f_hours",
        "t34"."f_level",
        "t34"."f_amount",
        "t34"."f_days_overdue",
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
        CASE
          WHEN "t34"."number" IN (7, 8, 9)
          THEN CASE WHEN COALESCE("t34"."mended" <= "t34"."by_0", FALSE) THEN 500 ELSE 0 END
          ELSE 0
        END AS "share"
      FROM (
        SELECT
          "t26"."subject",
          "t26"."record",
          "t26"."type",
          "t26"."document",
          "t26"."happened",
          "t26"."ends",
          "t26"."leaves",
          "t26"."severity",
          "t26"."kind",
          "t26"."adverse",
          "t26"."known",
          "t26"."retracts",
          "t26"."superseded",
          "t26"."doubt_from",
          "t26"."doubt_until",
          "t26"."replaced",
          "t26"."f_hours",
          "t26"."f_level",
          "t26"."f_amount",
          "t26"."f_days_overdue",
          "t26"."question",
          "t26"."as_of",
          "t26"."known_at",
          "t26"."public_since",
          "t26"."opens_0",
          "t26"."opens_1",
          "t26"."opens_2",
          "t26"."number",
          "t26"."worth",
          "t26"."doubted",
          "t26"."early",
          "t33"."mended",
          "t9"."by_0"
        FROM "t22" AS "t26"
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
                "t25"."mended"
              FROM (
                SELECT
                  "t24"."question",
                  "t24"."number",
                  "t24"."document",
                  "t24"."record",
                  "t24"."happened" AS "wrong"
                FROM "t22" AS "t24"
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
                        "t6"."f_hours",
                        "t6"."f_level",
                        "t6"."f_amount",
                        "t6"."f_days_overdue",
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
              ) AS "t25"
                ON "t28"."question" = "t25"."question"
                AND "t28"."number" = "t25"."number"
                AND "t28"."document" = "t25"."document"
            ) AS "t30"
            WHERE
              "t30"."mended" >= "t30"."wrong"
          ) AS "t31"
          GROUP BY
            1,
            2,
            3
        ) AS "t33"
          ON "t26"."question" = "t33"."question"
          AND "t26"."number" = "t33"."number"
          AND "t26"."record" = "t33"."record"
        LEFT OUTER JOIN "deadlines" AS "t9"
          ON "t26"."number" = "t9"."number" AND "t26"."happened" = "t9"."happened"
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
      AND CASE
        WHEN "t38"."number" IN (0, 2, 3, 4, 7, 10)
        THEN "t38"."happened" > "t38"."opens_0"
        WHEN "t38"."number" IN (1, 5)
        THEN "t38"."happened" > "t38"."opens_1"
        WHEN "t38"."number" IN (6, 8, 9)
        THEN "t38"."happened" > "t38"."opens_2"
        ELSE TRUE
      END
      AND CASE
        WHEN "t38"."number" = 0
        THEN TRUE AND COALESCE("t38"."f_hours" >= 40, FALSE)
        WHEN "t38"."number" = 1
        THEN TRUE AND COALESCE("t38"."f_level" IN ('1', '2', '3'), FALSE)
        WHEN "t38"."number" = 3
        THEN TRUE AND COALESCE("t38"."f_hours" >= 5, FALSE)
        WHEN "t38"."number" IN (4, 9)
        THEN TRUE AND COALESCE("t38"."f_amount" >= 100000, FALSE)
        WHEN "t38"."number" = 8
        THEN TRUE AND COALESCE("t38"."f_days_overdue" >= 30, FALSE)
        ELSE TRUE
      END
      AND "t38"."worth" IS NOT NULL
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
        "t42"."question",
        "t42"."number",
        "t42"."record",
        "t42"."document",
        "t42"."happened",
        "t42"."ends",
        "t42"."leaves",
        "t42"."known",
        "t42"."worth",
        "t42"."doubted",
        "t42"."early",
        CASE
          WHEN NOT (
            (
              "t42"."worth" < 0
            ) AND (
              "t42"."doubted" OR "t42"."early"
            )
          )
          THEN "t42"."given"
          ELSE 0
        END AS "given",
        CASE
          WHEN (
            "t42"."worth" < 0
          ) AND (
            "t42"."doubted" OR "t42"."early"
          )
          THEN 0
          ELSE "t42"."worth"
        END AS "points",
        CASE
          WHEN (
            "t42"."worth" < 0
          ) AND (
            "t42"."doubted" OR "t42"."early"
          )
          THEN CASE WHEN "t42"."doubted" THEN 'in_doubt' ELSE 'before_public' END
          ELSE ''
        END AS "why"
      FROM (
        SELECT
          *
        FROM "t40" AS "t41"
        WHERE
          "t41"."number" IN (0, 2, 3, 4, 5, 7, 8, 9, 10)
      ) AS "t42"
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
            "t43"."given",
            "t43"."worth" AS "favour",
            (
              "t43"."worth" < 0
            ) AND (
              "t43"."doubted" OR "t43"."early"
            ) AS "out",
            0 AS "event",
            CASE WHEN "t43"."number" = 1 THEN "t43"."worth" ELSE 0 END AS "rank"
          FROM (
            SELECT
              *
            FROM "t40" AS "t41"
            WHERE
              "t41"."number" IN (1, 6)
          ) AS "t43"
        ) AS "t45"
      ) AS "t48"
    ) AS "t50"
  ) AS "t51"
), "t67" AS (
  SELECT
    "t65"."question",
    "t65"."slot",
    "t65"."year",
    "t65"."total",
    CASE
      WHEN "t65"."slot" = 0
      THEN GREATEST(LEAST("t65"."total", 30000), -(
        30000
      ))
      WHEN "t65"."slot" = 2
      THEN GREATEST(LEAST("t65"."total", 50000), -(
        50000
      ))
      ELSE "t65"."total"
    END AS "kept"
  FROM (
    SELECT
      "t63"."question",
      "t63"."slot",
      "t63"."year",
      SUM("t63"."points") AS "total"
    FROM (
      SELECT
        "t62"."question",
        "t62"."number",
        "t62"."record",
        "t62"."happened",
        "t62"."ends",
        "t62"."leaves",
        "t62"."points",
        "t62"."why",
        "t62"."given",
        "t62"."slot",
        CASE
          WHEN "t62"."slot" IN (0, 2)
          THEN CAST(EXTRACT(year FROM "t62"."happened") AS BIGINT)
          ELSE 0
        END AS "year"
      FROM (
        SELECT
          "t57"."question",
          "t57"."number",
          "t57"."record",
          "t57"."happened",
          "t57"."ends",
          "t57"."leaves",
          "t57"."points",
          "t57"."why",
          "t57"."given",
          CASE
            WHEN "t57"."number" = 0
            THEN 0
            WHEN "t57"."number" = 1
            THEN 1
            WHEN "t57"."number" = 2
            THEN 2
            WHEN "t57"."number" = 3
            THEN 3
            WHEN "t57"."number" = 4
            THEN 4
            WHEN "t57"."number" = 5
            THEN 5
            WHEN "t57"."number" = 6
            THEN 6
            WHEN "t57"."number" = 7
            THEN 7
            WHEN "t57"."number" = 8
            THEN 8
            WHEN "t57"."number" = 9
            THEN 9
            WHEN "t57"."number" = 10
            THEN 10
            ELSE -1
          END AS "slot"
        FROM (
          SELECT
            *
          FROM "t52" AS "t53"
          WHERE
            NOT (
              "t53"."number" IN (3, 4, 8)
            )
        ) AS "t57"
      ) AS "t62"
    ) AS "t63"
    GROUP BY
      1,
      2,
      3
  ) AS "t65"
), "t79" AS (
  SELECT
    "t78"."question",
    "t78"."slot",
    "t78"."record",
    "t78"."happened",
    CASE
      WHEN "t78"."up"
      THEN "t78"."points" - (
        "t78"."part" - LEAST("t78"."part", GREATEST("t78"."room" - "t78"."used", 0))
      )
      ELSE "t78"."points" + (
        "t78"."part" - LEAST("t78"."part", GREATEST("t78"."room" - "t78"."used", 0))
      )
    END AS "points",
    "t78"."period",
    "t78"."had",
    "t78"."gained",
    "t78"."lost",
    "t78"."room",
    "t78"."all_gained",
    "t78"."all_lost",
    "t78"."up",
    "t78"."part",
    "t78"."used"
  FROM (
    SELECT
      "t77"."question",
      "t77"."slot",
      "t77"."record",
      "t77"."happened",
      "t77"."points",
      "t77"."period",
      "t77"."had",
      "t77"."gained",
      "t77"."lost",
      "t77"."room",
      "t77"."all_gained",
      "t77"."all_lost",
      "t77"."up",
      "t77"."part",
      COALESCE(
        SUM("t77"."part") OVER (
          PARTITION BY "t77"."question", "t77"."slot", "t77"."period"
          ORDER BY "t77"."happened" ASC, "t77"."record" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
        ),
        0
      ) AS "used"
    FROM (
      SELECT
        "t76"."question",
        "t76"."slot",
        "t76"."record",
        "t76"."happened",
        "t76"."points",
        "t76"."period",
        "t76"."had",
        "t76"."gained",
        "t76"."lost",
        "t76"."room",
        "t76"."all_gained",
        "t76"."all_lost",
        "t76"."up",
        CASE WHEN "t76"."up" THEN "t76"."gained" ELSE "t76"."lost" END AS "part"
      FROM (
        SELECT
          "t69"."question",
          "t69"."slot",
          "t69"."record",
          "t69"."happened",
          "t69"."points",
          "t69"."period",
          "t69"."had",
          "t69"."gained",
          "t69"."lost",
          CASE
            WHEN ABS("t69"."all_gained" - "t69"."all_lost") > "t69"."room"
            THEN CASE
              WHEN "t69"."all_gained" > "t69"."all_lost"
              THEN "t69"."all_gained"
              ELSE "t69"."all_lost"
            END - (
              ABS("t69"."all_gained" - "t69"."all_lost") - "t69"."room"
            )
            ELSE 4611686018427387904
          END AS "room",
          "t69"."all_gained",
          "t69"."all_lost",
          "t69"."all_gained" > "t69"."all_lost" AS "up"
        FROM (
          SELECT
            "t66"."question",
            "t66"."slot",
            "t66"."record",
            "t66"."happened",
            "t66"."points",
            "t66"."period",
            "t66"."had",
            "t66"."gained",
            "t66"."lost",
            "t66"."room",
            SUM("t66"."gained") OVER (
              PARTITION BY "t66"."question", "t66"."slot", "t66"."period"
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "all_gained",
            SUM("t66"."lost") OVER (
              PARTITION BY "t66"."question", "t66"."slot", "t66"."period"
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "all_lost"
          FROM (
            SELECT
              "t64"."question",
              "t64"."slot",
              "t64"."record",
              "t64"."happened",
              "t64"."points",
              "t64"."period",
              "t64"."had",
              GREATEST("t64"."points", 0) AS "gained",
              GREATEST(-(
                "t64"."points"
              ), 0) AS "lost",
              CASE WHEN "t64"."slot" = 4 THEN 10000 ELSE 4611686018427387904 END AS "room"
            FROM (
              SELECT
                "t61"."question",
                "t61"."slot",
                "t61"."record",
                "t61"."happened",
                "t61"."points",
                (
                  (
                    (
                      CAST(EXTRACT(year FROM "t61"."happened") AS BIGINT) * 12
                    ) + CAST(EXTRACT(month FROM "t61"."happened") AS BIGINT)
                  ) * 32
                ) + CAST(EXTRACT(day FROM "t61"."happened") AS BIGINT) AS "period",
                "t61"."points" AS "had"
              FROM (
                SELECT
                  "t59"."question",
                  "t59"."slot",
                  "t59"."record",
                  "t59"."happened",
                  "t59"."points"
                FROM (
                  SELECT
                    "t54"."question",
                    "t54"."number",
                    "t54"."record",
                    "t54"."happened",
                    "t54"."ends",
                    "t54"."leaves",
                    "t54"."points",
                    "t54"."why",
                    "t54"."given",
                    "t54"."number" AS "slot"
                  FROM (
                    SELECT
                      *
                    FROM "t52" AS "t53"
                    WHERE
                      "t53"."number" IN (3, 4, 8)
                  ) AS "t54"
                ) AS "t59"
              ) AS "t61"
            ) AS "t64"
          ) AS "t66"
        ) AS "t69"
      ) AS "t76"
    ) AS "t77"
  ) AS "t78"
), "t91" AS (
  SELECT
    "t90"."question",
    "t90"."slot",
    "t90"."record",
    "t90"."happened",
    CASE
      WHEN "t90"."up"
      THEN "t90"."points" - (
        "t90"."part" - LEAST("t90"."part", GREATEST("t90"."room" - "t90"."used", 0))
      )
      ELSE "t90"."points" + (
        "t90"."part" - LEAST("t90"."part", GREATEST("t90"."room" - "t90"."used", 0))
      )
    END AS "points",
    "t90"."period",
    "t90"."had",
    "t90"."gained",
    "t90"."lost",
    "t90"."room",
    "t90"."all_gained",
    "t90"."all_lost",
    "t90"."up",
    "t90"."part",
    "t90"."used"
  FROM (
    SELECT
      "t89"."question",
      "t89"."slot",
      "t89"."record",
      "t89"."happened",
      "t89"."points",
      "t89"."period",
      "t89"."had",
      "t89"."gained",
      "t89"."lost",
      "t89"."room",
      "t89"."all_gained",
      "t89"."all_lost",
      "t89"."up",
      "t89"."part",
      COALESCE(
        SUM("t89"."part") OVER (
          PARTITION BY "t89"."question", "t89"."slot", "t89"."period"
          ORDER BY "t89"."happened" ASC, "t89"."record" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
        ),
        0
      ) AS "used"
    FROM (
      SELECT
        "t88"."question",
        "t88"."slot",
        "t88"."record",
        "t88"."happened",
        "t88"."points",
        "t88"."period",
        "t88"."had",
        "t88"."gained",
        "t88"."lost",
        "t88"."room",
        "t88"."all_gained",
        "t88"."all_lost",
        "t88"."up",
        CASE WHEN "t88"."up" THEN "t88"."gained" ELSE "t88"."lost" END AS "part",
        "t88"."used"
      FROM (
        SELECT
          "t87"."question",
          "t87"."slot",
          "t87"."record",
          "t87"."happened",
          "t87"."points",
          "t87"."period",
          "t87"."had",
          "t87"."gained",
          "t87"."lost",
          CASE
            WHEN ABS("t87"."all_gained" - "t87"."all_lost") > "t87"."room"
            THEN CASE
              WHEN "t87"."all_gained" > "t87"."all_lost"
              THEN "t87"."all_gained"
              ELSE "t87"."all_lost"
            END - (
              ABS("t87"."all_gained" - "t87"."all_lost") - "t87"."room"
            )
            ELSE 4611686018427387904
          END AS "room",
          "t87"."all_gained",
          "t87"."all_lost",
          "t87"."all_gained" > "t87"."all_lost" AS "up",
          "t87"."part",
          "t87"."used"
        FROM (
          SELECT
            "t84"."question",
            "t84"."slot",
            "t84"."record",
            "t84"."happened",
            "t84"."points",
            "t84"."period",
            "t84"."had",
            "t84"."gained",
            "t84"."lost",
            "t84"."room",
            SUM("t84"."gained") OVER (
              PARTITION BY "t84"."question", "t84"."slot", "t84"."period"
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "all_gained",
            SUM("t84"."lost") OVER (
              PARTITION BY "t84"."question", "t84"."slot", "t84"."period"
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "all_lost",
            "t84"."up",
            "t84"."part",
            "t84"."used"
          FROM (
            SELECT
              "t82"."question",
              "t82"."slot",
              "t82"."record",
              "t82"."happened",
              "t82"."points",
              "t82"."period",
              "t82"."had",
              GREATEST("t82"."points", 0) AS "gained",
              GREATEST(-(
                "t82"."points"
              ), 0) AS "lost",
              CASE WHEN "t82"."slot" = 3 THEN 25000 ELSE 4611686018427387904 END AS "room",
              "t82"."all_gained",
              "t82"."all_lost",
              "t82"."up",
              "t82"."part",
              "t82"."used"
            FROM (
              SELECT
                "t80"."question",
                "t80"."slot",
                "t80"."record",
                "t80"."happened",
                "t80"."points",
                (
                  CAST(EXTRACT(year FROM "t80"."happened") AS BIGINT) * 12
                ) + CAST(EXTRACT(month FROM "t80"."happened") AS BIGINT) AS "period",
                "t80"."points" AS "had",
                "t80"."gained",
                "t80"."lost",
                "t80"."room",
                "t80"."all_gained",
                "t80"."all_lost",
                "t80"."up",
                "t80"."part",
                "t80"."used"
              FROM "t79" AS "t80"
            ) AS "t82"
          ) AS "t84"
        ) AS "t87"
      ) AS "t88"
    ) AS "t89"
  ) AS "t90"
), "t109" AS (
  SELECT
    "t108"."question",
    "t108"."slot",
    "t108"."record",
    "t108"."happened",
    CASE
      WHEN "t108"."up"
      THEN "t108"."points" - (
        "t108"."part" - LEAST("t108"."part", GREATEST("t108"."room" - "t108"."used", 0))
      )
      ELSE "t108"."points" + (
        "t108"."part" - LEAST("t108"."part", GREATEST("t108"."room" - "t108"."used", 0))
      )
    END AS "points",
    "t108"."period",
    "t108"."had",
    "t108"."gained",
    "t108"."lost",
    "t108"."room",
    "t108"."all_gained",
    "t108"."all_lost",
    "t108"."up",
    "t108"."part",
    "t108"."used"
  FROM (
    SELECT
      "t107"."question",
      "t107"."slot",
      "t107"."record",
      "t107"."happened",
      "t107"."points",
      "t107"."period",
      "t107"."had",
      "t107"."gained",
      "t107"."lost",
      "t107"."room",
      "t107"."all_gained",
      "t107"."all_lost",
      "t107"."up",
      "t107"."part",
      COALESCE(
        SUM("t107"."part") OVER (
          PARTITION BY "t107"."question", "t107"."slot", "t107"."period"
          ORDER BY "t107"."happened" ASC, "t107"."record" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
        ),
        0
      ) AS "used"
    FROM (
      SELECT
        "t106"."question",
        "t106"."slot",
        "t106"."record",
        "t106"."happened",
        "t106"."points",
        "t106"."period",
        "t106"."had",
        "t106"."gained",
        "t106"."lost",
        "t106"."room",
        "t106"."all_gained",
        "t106"."all_lost",
        "t106"."up",
        CASE WHEN "t106"."up" THEN "t106"."gained" ELSE "t106"."lost" END AS "part",
        "t106"."used"
      FROM (
        SELECT
          "t105"."question",
          "t105"."slot",
          "t105"."record",
          "t105"."happened",
          "t105"."points",
          "t105"."period",
          "t105"."had",
          "t105"."gained",
          "t105"."lost",
          CASE
            WHEN ABS("t105"."all_gained" - "t105"."all_lost") > "t105"."room"
            THEN CASE
              WHEN "t105"."all_gained" > "t105"."all_lost"
              THEN "t105"."all_gained"
              ELSE "t105"."all_lost"
            END - (
              ABS("t105"."all_gained" - "t105"."all_lost") - "t105"."room"
            )
            ELSE 4611686018427387904
          END AS "room",
          "t105"."all_gained",
          "t105"."all_lost",
          "t105"."all_gained" > "t105"."all_lost" AS "up",
          "t105"."part",
          "t105"."used"
        FROM (
          SELECT
            "t104"."question",
            "t104"."slot",
            "t104"."record",
            "t104"."happened",
            "t104"."points",
            "t104"."period",
            "t104"."had",
            "t104"."gained",
            "t104"."lost",
            "t104"."room",
            SUM("t104"."gained") OVER (
              PARTITION BY "t104"."question", "t104"."slot", "t104"."period"
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "all_gained",
            SUM("t104"."lost") OVER (
              PARTITION BY "t104"."question", "t104"."slot", "t104"."period"
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "all_lost",
            "t104"."up",
            "t104"."part",
            "t104"."used"
          FROM (
            SELECT
              "t103"."question",
              "t103"."slot",
              "t103"."record",
              "t103"."happened",
              "t103"."points",
              "t103"."period",
              "t103"."had",
              GREATEST("t103"."points", 0) AS "gained",
              GREATEST(-(
                "t103"."points"
              ), 0) AS "lost",
              CASE
                WHEN "t103"."slot" = 3
                THEN 75000
                WHEN "t103"."slot" = 4
                THEN 30000
                ELSE 4611686018427387904
              END AS "room",
              "t103"."all_gained",
              "t103"."all_lost",
              "t103"."up",
              "t103"."part",
              "t103"."used"
            FROM (
              SELECT
                "t102"."question",
                "t102"."slot",
                "t102"."record",
                "t102"."happened",
                CASE
                  WHEN "t102"."up"
                  THEN "t102"."points" - (
                    "t102"."part" - LEAST("t102"."part", GREATEST("t102"."room" - "t102"."used", 0))
                  )
                  ELSE "t102"."points" + (
                    "t102"."part" - LEAST("t102"."part", GREATEST("t102"."room" - "t102"."used", 0))
                  )
                END AS "points",
                "t102"."period",
                "t102"."had",
                "t102"."gained",
                "t102"."lost",
                "t102"."room",
                "t102"."all_gained",
                "t102"."all_lost",
                "t102"."up",
                "t102"."part",
                "t102"."used"
              FROM (
                SELECT
                  "t100"."question",
                  "t100"."slot",
                  "t100"."record",
                  "t100"."happened",
                  "t100"."points",
                  "t100"."period",
                  "t100"."had",
                  "t100"."gained",
                  "t100"."lost",
                  "t100"."room",
                  "t100"."all_gained",
                  "t100"."all_lost",
                  "t100"."up",
                  "t100"."part",
                  COALESCE(
                    SUM("t100"."part") OVER (
                      PARTITION BY "t100"."question", "t100"."slot", "t100"."period"
                      ORDER BY "t100"."happened" ASC, "t100"."record" ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                    ),
                    0
                  ) AS "used"
                FROM (
                  SELECT
                    "t97"."question",
                    "t97"."slot",
                    "t97"."record",
                    "t97"."happened",
                    "t97"."points",
                    "t97"."period",
                    "t97"."had",
                    "t97"."gained",
                    "t97"."lost",
                    "t97"."room",
                    "t97"."all_gained",
                    "t97"."all_lost",
                    "t97"."up",
                    CASE WHEN "t97"."up" THEN "t97"."gained" ELSE "t97"."lost" END AS "part",
                    "t97"."used"
                  FROM (
                    SELECT
                      "t96"."question",
                      "t96"."slot",
                      "t96"."record",
                      "t96"."happened",
                      "t96"."points",
                      "t96"."period",
                      "t96"."had",
                      "t96"."gained",
                      "t96"."lost",
                      "t96"."room",
                      "t96"."all_gained",
                      "t96"."all_lost",
                      FALSE AS "up",
                      "t96"."part",
                      "t96"."used"
                    FROM (
                      SELECT
                        "t94"."question",
                        "t94"."slot",
                        "t94"."record",
                        "t94"."happened",
                        "t94"."points",
                        "t94"."period",
                        "t94"."had",
                        GREATEST("t94"."points", 0) AS "gained",
                        GREATEST(-(
                          "t94"."points"
                        ), 0) AS "lost",
                        CASE WHEN "t94"."slot" = 8 THEN 30000 ELSE 4611686018427387904 END AS "room",
                        "t94"."all_gained",
                        "t94"."all_lost",
                        "t94"."up",
                        "t94"."part",
                        "t94"."used"
                      FROM (
                        SELECT
                          "t92"."question",
                          "t92"."slot",
                          "t92"."record",
                          "t92"."happened",
                          "t92"."points",
                          CAST(EXTRACT(year FROM "t92"."happened") AS BIGINT) AS "period",
                          "t92"."points" AS "had",
                          "t92"."gained",
                          "t92"."lost",
                          "t92"."room",
                          "t92"."all_gained",
                          "t92"."all_lost",
                          "t92"."up",
                          "t92"."part",
                          "t92"."used"
                        FROM "t91" AS "t92"
                      ) AS "t94"
                    ) AS "t96"
                  ) AS "t97"
                ) AS "t100"
              ) AS "t102"
            ) AS "t103"
          ) AS "t104"
        ) AS "t105"
      ) AS "t106"
    ) AS "t107"
  ) AS "t108"
), "t126" AS (
  SELECT
    "t125"."question",
    "t125"."subject",
    "t125"."as_of",
    "t125"."known_at",
    "t125"."sum_0",
    "t125"."sum_1",
    "t125"."sum_2",
    "t125"."sum_3",
    "t125"."sum_4",
    "t125"."sum_5",
    "t125"."sum_6",
    "t125"."sum_7",
    "t125"."sum_8",
    "t125"."sum_9",
    "t125"."sum_10",
    "t125"."start_0",
    "t125"."start_1",
    "t125"."start_2",
    "t125"."start_3",
    "t125"."start_4",
    "t125"."start_5",
    "t125"."start_6",
    "t125"."start_7",
    "t125"."start_8",
    "t125"."start_9",
    "t125"."start_10",
    "t125"."total_0",
    "t125"."total_1",
    "t125"."total_2",
    "t125"."total_3",
    "t125"."total_4",
    "t125"."total_5",
    "t125"."total_6",
    "t125"."total_7",
    "t125"."total_8",
    "t125"."total_9",
    "t125"."total_10",
    "t125"."parts_0",
    "t125"."parts_1",
    "t125"."parts_2",
    "t125"."parts_3",
    "t125"."part_0",
    "t125"."part_1",
    "t125"."part_2",
    "t125"."part_3",
    500000 AS "base",
    500000 + "t125"."earned" AS "reached",
    GREATEST(500000 + "t125"."earned", 0) AS "raised",
    LEAST(GREATEST(500000 + "t125"."earned", 0), 1000000) AS "points"
  FROM (
    SELECT
      "t124"."question",
      "t124"."subject",
      "t124"."as_of",
      "t124"."known_at",
      "t124"."public_since",
      "t124"."opens_0",
      "t124"."opens_1",
      "t124"."opens_2",
      "t124"."rest",
      "t124"."sum_0",
      "t124"."sum_1",
      "t124"."sum_2",
      "t124"."sum_3",
      "t124"."sum_4",
      "t124"."sum_5",
      "t124"."sum_6",
      "t124"."sum_7",
      "t124"."sum_8",
      "t124"."sum_9",
      "t124"."sum_10",
      "t124"."start_0",
      "t124"."start_1",
      "t124"."start_2",
      "t124"."start_3",
      "t124"."start_4",
      "t124"."start_5",
      "t124"."start_6",
      "t124"."start_7",
      "t124"."start_8",
      "t124"."start_9",
      "t124"."start_10",
      "t124"."total_0",
      "t124"."total_1",
      "t124"."total_2",
      "t124"."total_3",
      "t124"."total_4",
      "t124"."total_5",
      "t124"."total_6",
      "t124"."total_7",
      "t124"."total_8",
      "t124"."total_9",
      "t124"."total_10",
      "t124"."parts_0",
      "t124"."parts_1",
      "t124"."parts_2",
      "t124"."parts_3",
      "t124"."part_0",
      "t124"."part_1",
      "t124"."part_2",
      "t124"."part_3",
      "t124"."rest" + "t124"."part_0" + "t124"."part_1" + "t124"."part_2" + "t124"."part_3" AS "earned"
    FROM (
      SELECT
        "t123"."question",
        "t123"."subject",
        "t123"."as_of",
        "t123"."known_at",
        "t123"."public_since",
        "t123"."opens_0",
        "t123"."opens_1",
        "t123"."opens_2",
        "t123"."rest",
        "t123"."sum_0",
        "t123"."sum_1",
        "t123"."sum_2",
        "t123"."sum_3",
        "t123"."sum_4",
        "t123"."sum_5",
        "t123"."sum_6",
        "t123"."sum_7",
        "t123"."sum_8",
        "t123"."sum_9",
        "t123"."sum_10",
        "t123"."start_0",
        "t123"."start_1",
        "t123"."start_2",
        "t123"."start_3",
        "t123"."start_4",
        "t123"."start_5",
        "t123"."start_6",
        "t123"."start_7",
        "t123"."start_8",
        "t123"."start_9",
        "t123"."start_10",
        "t123"."total_0",
        "t123"."total_1",
        "t123"."total_2",
        "t123"."total_3",
        "t123"."total_4",
        "t123"."total_5",
        "t123"."total_6",
        "t123"."total_7",
        "t123"."total_8",
        "t123"."total_9",
        "t123"."total_10",
        "t123"."parts_0",
        "t123"."parts_1",
        "t123"."parts_2",
        "t123"."parts_3",
        GREATEST(LEAST("t123"."parts_0", 50000), -(
          50000
        )) AS "part_0",
        GREATEST(LEAST("t123"."parts_1", 400000), -(
          400000
        )) AS "part_1",
        GREATEST("t123"."parts_2", -500000) AS "part_2",
        GREATEST(LEAST("t123"."parts_3", 50000), -(
          50000
        )) AS "part_3"
      FROM (
        SELECT
          "t122"."question",
          "t122"."subject",
          "t122"."as_of",
          "t122"."known_at",
          "t122"."public_since",
          "t122"."opens_0",
          "t122"."opens_1",
          "t122"."opens_2",
          "t122"."rest",
          "t122"."sum_0",
          "t122"."sum_1",
          "t122"."sum_2",
          "t122"."sum_3",
          "t122"."sum_4",
          "t122"."sum_5",
          "t122"."sum_6",
          "t122"."sum_7",
          "t122"."sum_8",
          "t122"."sum_9",
          "t122"."sum_10",
          "t122"."start_0",
          "t122"."start_1",
          "t122"."start_2",
          "t122"."start_3",
          "t122"."start_4",
          "t122"."start_5",
          "t122"."start_6",
          "t122"."start_7",
          "t122"."start_8",
          "t122"."start_9",
          "t122"."start_10",
          "t122"."total_0",
          "t122"."total_1",
          "t122"."total_2",
          "t122"."total_3",
          "t122"."total_4",
          "t122"."total_5",
          "t122"."total_6",
          "t122"."total_7",
          "t122"."total_8",
          "t122"."total_9",
          "t122"."total_10",
          "t122"."total_0" + "t122"."total_1" AS "parts_0",
          "t122"."total_2" + "t122"."total_3" + "t122"."total_4" + "t122"."total_5" AS "parts_1",
          "t122"."total_7" + "t122"."total_8" + "t122"."total_9" AS "parts_2",
          "t122"."total_6" + "t122"."total_10" AS "parts_3"
        FROM (
          SELECT
            "t121"."question",
            "t121"."subject",
            "t121"."as_of",
            "t121"."known_at",
            "t121"."public_since",
            "t121"."opens_0",
            "t121"."opens_1",
            "t121"."opens_2",
            "t121"."rest",
            "t121"."sum_0",
            "t121"."sum_1",
            "t121"."sum_2",
            "t121"."sum_3",
            "t121"."sum_4",
            "t121"."sum_5",
            "t121"."sum_6",
            "t121"."sum_7",
            "t121"."sum_8",
            "t121"."sum_9",
            "t121"."sum_10",
            "t121"."start_0",
            "t121"."start_1",
            "t121"."start_2",
            "t121"."start_3",
            "t121"."start_4",
            "t121"."start_5",
            "t121"."start_6",
            "t121"."start_7",
            "t121"."start_8",
            "t121"."start_9",
            "t121"."start_10",
            "t121"."sum_0" AS "total_0",
            "t121"."sum_1" AS "total_1",
            "t121"."sum_2" AS "total_2",
            "t121"."sum_3" AS "total_3",
            "t121"."sum_4" AS "total_4",
            "t121"."sum_5" AS "total_5",
            "t121"."sum_6" AS "total_6",
            "t121"."sum_7" AS "total_7",
            "t121"."sum_8" AS "total_8",
            "t121"."sum_9" AS "total_9",
            "t121"."sum_10" AS "total_10"
          FROM (
            SELECT
              "t120"."question",
              "t120"."subject",
              "t120"."as_of",
              "t120"."known_at",
              "t120"."public_since",
              "t120"."opens_0",
              "t120"."opens_1",
              "t120"."opens_2",
              "t120"."rest",
              "t120"."sum_0" + "t120"."start_0" AS "sum_0",
              "t120"."sum_1" + "t120"."start_1" AS "sum_1",
              "t120"."sum_2" + "t120"."start_2" AS "sum_2",
              "t120"."sum_3" + "t120"."start_3" AS "sum_3",
              "t120"."sum_4" + "t120"."start_4" AS "sum_4",
              "t120"."sum_5" + "t120"."start_5" AS "sum_5",
              "t120"."sum_6" + "t120"."start_6" AS "sum_6",
              "t120"."sum_7" + "t120"."start_7" AS "sum_7",
              "t120"."sum_8" + "t120"."start_8" AS "sum_8",
              "t120"."sum_9" + "t120"."start_9" AS "sum_9",
              "t120"."sum_10" + "t120"."start_10" AS "sum_10",
              "t120"."start_0",
              "t120"."start_1",
              "t120"."start_2",
              "t120"."start_3",
              "t120"."start_4",
              "t120"."start_5",
              "t120"."start_6",
              "t120"."start_7",
              "t120"."start_8",
              "t120"."start_9",
              "t120"."start_10"
            FROM (
              SELECT
                "t119"."question",
                "t119"."subject",
                "t119"."as_of",
                "t119"."known_at",
                "t119"."public_since",
                "t119"."opens_0",
                "t119"."opens_1",
                "t119"."opens_2",
                COALESCE("t119"."rest", 0) AS "rest",
                COALESCE("t119"."sum_0", 0) AS "sum_0",
                COALESCE("t119"."sum_1", 0) AS "sum_1",
                COALESCE("t119"."sum_2", 0) AS "sum_2",
                COALESCE("t119"."sum_3", 0) AS "sum_3",
                COALESCE("t119"."sum_4", 0) AS "sum_4",
                COALESCE("t119"."sum_5", 0) AS "sum_5",
                COALESCE("t119"."sum_6", 0) AS "sum_6",
                COALESCE("t119"."sum_7", 0) AS "sum_7",
                COALESCE("t119"."sum_8", 0) AS "sum_8",
                COALESCE("t119"."sum_9", 0) AS "sum_9",
                COALESCE("t119"."sum_10", 0) AS "sum_10",
                0 AS "start_0",
                0 AS "start_1",
                0 AS "start_2",
                0 AS "start_3",
                0 AS "start_4",
                0 AS "start_5",
                0 AS "start_6",
                0 AS "start_7",
                0 AS "start_8",
                0 AS "start_9",
                0 AS "start_10"
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
                  "t116"."rest",
                  "t116"."sum_0",
                  "t116"."sum_1",
                  "t116"."sum_2",
                  "t116"."sum_3",
                  "t116"."sum_4",
                  "t116"."sum_5",
                  "t116"."sum_6",
                  "t116"."sum_7",
                  "t116"."sum_8",
                  "t116"."sum_9",
                  "t116"."sum_10"
                FROM "questions" AS "t7"
                INNER JOIN "days" AS "t8"
                  ON "t7"."as_of" = "t8"."as_of"
                LEFT OUTER JOIN (
                  SELECT
                    "t112"."question",
                    SUM(
                      CASE
                        WHEN NOT (
                          "t112"."slot" IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
                        )
                        THEN "t112"."points"
                        ELSE 0
                      END
                    ) AS "rest",
                    SUM(CASE WHEN "t112"."slot" = 0 THEN "t112"."points" ELSE 0 END) AS "sum_0",
                    SUM(CASE WHEN "t112"."slot" = 1 THEN "t112"."points" ELSE 0 END) AS "sum_1",
                    SUM(CASE WHEN "t112"."slot" = 2 THEN "t112"."points" ELSE 0 END) AS "sum_2",
                    SUM(CASE WHEN "t112"."slot" = 3 THEN "t112"."points" ELSE 0 END) AS "sum_3",
                    SUM(CASE WHEN "t112"."slot" = 4 THEN "t112"."points" ELSE 0 END) AS "sum_4",
                    SUM(CASE WHEN "t112"."slot" = 5 THEN "t112"."points" ELSE 0 END) AS "sum_5",
                    SUM(CASE WHEN "t112"."slot" = 6 THEN "t112"."points" ELSE 0 END) AS "sum_6",
                    SUM(CASE WHEN "t112"."slot" = 7 THEN "t112"."points" ELSE 0 END) AS "sum_7",
                    SUM(CASE WHEN "t112"."slot" = 8 THEN "t112"."points" ELSE 0 END) AS "sum_8",
                    SUM(CASE WHEN "t112"."slot" = 9 THEN "t112"."points" ELSE 0 END) AS "sum_9",
                    SUM(CASE WHEN "t112"."slot" = 10 THEN "t112"."points" ELSE 0 END) AS "sum_10"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t70"."question",
                        "t70"."slot",
                        "t70"."points"
                      FROM (
                        SELECT
                          "t68"."question",
                          "t68"."slot",
                          "t68"."year",
                          "t68"."total",
                          "t68"."kept",
                          "t68"."kept" AS "points"
                        FROM "t67" AS "t68"
                      ) AS "t70"
                    ) AS "t72"
                    UNION ALL
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t110"."question",
                        "t110"."slot",
                        "t110"."points"
                      FROM "t109" AS "t110"
                    ) AS "t111"
                  ) AS "t112"
                  GROUP BY
                    1
                ) AS "t116"
                  ON "t7"."question" = "t116"."question"
              ) AS "t119"
            ) AS "t120"
          ) AS "t121"
        ) AS "t122"
      ) AS "t123"
    ) AS "t124"
  ) AS "t125"
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
          *
        FROM (
          SELECT
            "t133"."question",
            CAST(NULL AS BIGINT) AS "number",
            'floor' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t133"."raised" - "t133"."reached" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t126" AS "t127"
            WHERE
              "t127"."raised" <> "t127"."reached"
          ) AS "t133"
        ) AS "t139"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t134"."question",
            CAST(NULL AS BIGINT) AS "number",
            'ceiling' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t134"."points" - "t134"."raised" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t126" AS "t127"
            WHERE
              "t127"."points" <> "t127"."raised"
          ) AS "t134"
        ) AS "t140"
      ) AS "t144"
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
              "t44"."question",
              "t44"."number",
              'points' AS "step",
              "t44"."record",
              "t44"."happened",
              "t44"."ends",
              "t44"."leaves",
              0 AS "points",
              CASE
                WHEN NOT (
                  COALESCE(NOT (
                    "t44"."retracts"
                  ), FALSE)
                )
                THEN 'retracts'
                WHEN NOT (
                  COALESCE(
                    (
                      "t44"."superseded" IS NULL
                    ) OR (
                      "t44"."known_at" < "t44"."superseded"
                    ),
                    FALSE
                  )
                )
                THEN 'superseded'
                WHEN NOT (
                  COALESCE("t44"."happened" <= "t44"."as_of", FALSE)
                )
                THEN 'not_yet'
                WHEN NOT (
                  COALESCE((
                    "t44"."leaves" IS NULL
                  ) OR (
                    "t44"."as_of" < "t44"."leaves"
                  ), FALSE)
                )
                THEN 'retention_over'
                WHEN NOT (
                  COALESCE((
                    "t44"."ends" IS NULL
                  ) OR (
                    "t44"."as_of" < "t44"."ends"
                  ), FALSE)
                )
                THEN 'validity_over'
                WHEN NOT (
                  COALESCE(
                    CASE
                      WHEN "t44"."number" IN (0, 2, 3, 4, 7, 10)
                      THEN "t44"."happened" > "t44"."opens_0"
                      WHEN "t44"."number" IN (1, 5)
                      THEN "t44"."happened" > "t44"."opens_1"
                      WHEN "t44"."number" IN (6, 8, 9)
                      THEN "t44"."happened" > "t44"."opens_2"
                      ELSE TRUE
                    END,
                    FALSE
                  )
                )
                THEN 'outside_window'
                WHEN NOT (
                  COALESCE(
                    CASE
                      WHEN "t44"."number" = 0
                      THEN TRUE AND COALESCE("t44"."f_hours" >= 40, FALSE)
                      WHEN "t44"."number" = 1
                      THEN TRUE AND COALESCE("t44"."f_level" IN ('1', '2', '3'), FALSE)
                      WHEN "t44"."number" = 3
                      THEN TRUE AND COALESCE("t44"."f_hours" >= 5, FALSE)
                      WHEN "t44"."number" IN (4, 9)
                      THEN TRUE AND COALESCE("t44"."f_amount" >= 100000, FALSE)
                      WHEN "t44"."number" = 8
                      THEN TRUE AND COALESCE("t44"."f_days_overdue" >= 30, FALSE)
                      ELSE TRUE
                    END,
                    FALSE
                  )
                )
                THEN 'condition'
                WHEN NOT (
                  COALESCE("t44"."worth" IS NOT NULL, FALSE)
                )
                THEN 'condition'
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
                    AND CASE
                      WHEN "t38"."number" IN (0, 2, 3, 4, 7, 10)
                      THEN "t38"."happened" > "t38"."opens_0"
                      WHEN "t38"."number" IN (1, 5)
                      THEN "t38"."happened" > "t38"."opens_1"
                      WHEN "t38"."number" IN (6, 8, 9)
                      THEN "t38"."happened" > "t38"."opens_2"
                      ELSE TRUE
                    END
                    AND CASE
                      WHEN "t38"."number" = 0
                      THEN TRUE AND COALESCE("t38"."f_hours" >= 40, FALSE)
                      WHEN "t38"."number" = 1
                      THEN TRUE AND COALESCE("t38"."f_level" IN ('1', '2', '3'), FALSE)
                      WHEN "t38"."number" = 3
                      THEN TRUE AND COALESCE("t38"."f_hours" >= 5, FALSE)
                      WHEN "t38"."number" IN (4, 9)
                      THEN TRUE AND COALESCE("t38"."f_amount" >= 100000, FALSE)
                      WHEN "t38"."number" = 8
                      THEN TRUE AND COALESCE("t38"."f_days_overdue" >= 30, FALSE)
                      ELSE TRUE
                    END
                    AND (
                      "t38"."worth" IS NOT NULL
                    ),
                    FALSE
                  )
                )
            ) AS "t44"
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
        ) AS "t58"
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
          ) AS "t60"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t71"."question",
              "t71"."slot" AS "number",
              'yearly_cap' AS "step",
              CAST(NULL AS BIGINT) AS "record",
              CAST(NULL AS DATE) AS "happened",
              CAST(NULL AS DATE) AS "ends",
              CAST(NULL AS DATE) AS "leaves",
              "t71"."kept" - "t71"."total" AS "points",
              '' AS "why",
              "t71"."year",
              CAST(NULL AS DATE) AS "since",
              CAST(NULL AS BIGINT) AS "times",
              CAST(NULL AS BIGINT) AS "over"
            FROM (
              SELECT
                *
              FROM "t67" AS "t68"
              WHERE
                "t68"."kept" <> "t68"."total"
            ) AS "t71"
          ) AS "t73"
        ) AS "t74"
      ) AS "t75"
    ) AS "t147"
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
            *
          FROM (
            SELECT
              "t85"."question",
              "t85"."slot" AS "number",
              'daily_cap' AS "step",
              CAST(NULL AS BIGINT) AS "record",
              CAST(NULL AS DATE) AS "happened",
              CAST(NULL AS DATE) AS "ends",
              CAST(NULL AS DATE) AS "leaves",
              "t85"."cut" AS "points",
              '' AS "why",
              "t85"."period" AS "year",
              CAST(NULL AS DATE) AS "since",
              CAST(NULL AS BIGINT) AS "times",
              CAST(NULL AS BIGINT) AS "over"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t81"."question",
                  "t81"."slot",
                  "t81"."period",
                  SUM("t81"."points" - "t81"."had") AS "cut"
                FROM (
                  SELECT
                    *
                  FROM "t79" AS "t80"
                  WHERE
                    "t80"."points" <> "t80"."had"
                ) AS "t81"
                GROUP BY
                  1,
                  2,
                  3
              ) AS "t83"
              WHERE
                "t83"."cut" <> 0
            ) AS "t85"
          ) AS "t86"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t98"."question",
              "t98"."slot" AS "number",
              'monthly_cap' AS "step",
              CAST(NULL AS BIGINT) AS "record",
              CAST(NULL AS DATE) AS "happened",
              CAST(NULL AS DATE) AS "ends",
              CAST(NULL AS DATE) AS "leaves",
              "t98"."cut" AS "points",
              '' AS "why",
              "t98"."period" AS "year",
              CAST(NULL AS DATE) AS "since",
              CAST(NULL AS BIGINT) AS "times",
              CAST(NULL AS BIGINT) AS "over"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t93"."question",
                  "t93"."slot",
                  "t93"."period",
                  SUM("t93"."points" - "t93"."had") AS "cut"
                FROM (
                  SELECT
                    *
                  FROM "t91" AS "t92"
                  WHERE
                    "t92"."points" <> "t92"."had"
                ) AS "t93"
                GROUP BY
                  1,
                  2,
                  3
              ) AS "t95"
              WHERE
                "t95"."cut" <> 0
            ) AS "t98"
          ) AS "t99"
        ) AS "t101"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t117"."question",
              "t117"."slot" AS "number",
              'yearly_cap' AS "step",
              CAST(NULL AS BIGINT) AS "record",
              CAST(NULL AS DATE) AS "happened",
              CAST(NULL AS DATE) AS "ends",
              CAST(NULL AS DATE) AS "leaves",
              "t117"."cut" AS "points",
              '' AS "why",
              "t117"."period" AS "year",
              CAST(NULL AS DATE) AS "since",
              CAST(NULL AS BIGINT) AS "times",
              CAST(NULL AS BIGINT) AS "over"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t113"."question",
                  "t113"."slot",
                  "t113"."period",
                  SUM("t113"."points" - "t113"."had") AS "cut"
                FROM (
                  SELECT
                    *
                  FROM "t109" AS "t110"
                  WHERE
                    "t110"."points" <> "t110"."had"
                ) AS "t113"
                GROUP BY
                  1,
                  2,
                  3
              ) AS "t114"
              WHERE
                "t114"."cut" <> 0
            ) AS "t117"
          ) AS "t118"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t129"."question",
              0 AS "number",
              'component' AS "step",
              CAST(NULL AS BIGINT) AS "record",
              CAST(NULL AS DATE) AS "happened",
              CAST(NULL AS DATE) AS "ends",
              CAST(NULL AS DATE) AS "leaves",
              "t129"."part_0" - "t129"."parts_0" AS "points",
              '' AS "why",
              CAST(NULL AS BIGINT) AS "year",
              CAST(NULL AS DATE) AS "since",
              CAST(NULL AS BIGINT) AS "times",
              CAST(NULL AS BIGINT) AS "over"
            FROM (
              SELECT
                *
              FROM "t126" AS "t127"
              WHERE
                "t127"."part_0" <> "t127"."parts_0"
            ) AS "t129"
          ) AS "t135"
        ) AS "t141"
      ) AS "t145"
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
              "t130"."question",
              1 AS "number",
              'component' AS "step",
              CAST(NULL AS BIGINT) AS "record",
              CAST(NULL AS DATE) AS "happened",
              CAST(NULL AS DATE) AS "ends",
              CAST(NULL AS DATE) AS "leaves",
              "t130"."part_1" - "t130"."parts_1" AS "points",
              '' AS "why",
              CAST(NULL AS BIGINT) AS "year",
              CAST(NULL AS DATE) AS "since",
              CAST(NULL AS BIGINT) AS "times",
              CAST(NULL AS BIGINT) AS "over"
            FROM (
              SELECT
                *
              FROM "t126" AS "t127"
              WHERE
                "t127"."part_1" <> "t127"."parts_1"
            ) AS "t130"
          ) AS "t136"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t131"."question",
              2 AS "number",
              'component' AS "step",
              CAST(NULL AS BIGINT) AS "record",
              CAST(NULL AS DATE) AS "happened",
              CAST(NULL AS DATE) AS "ends",
              CAST(NULL AS DATE) AS "leaves",
              "t131"."part_2" - "t131"."parts_2" AS "points",
              '' AS "why",
              CAST(NULL AS BIGINT) AS "year",
              CAST(NULL AS DATE) AS "since",
              CAST(NULL AS BIGINT) AS "times",
              CAST(NULL AS BIGINT) AS "over"
            FROM (
              SELECT
                *
              FROM "t126" AS "t127"
              WHERE
                "t127"."part_2" <> "t127"."parts_2"
            ) AS "t131"
          ) AS "t137"
        ) AS "t142"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t132"."question",
              3 AS "number",
              'component' AS "step",
              CAST(NULL AS BIGINT) AS "record",
              CAST(NULL AS DATE) AS "happened",
              CAST(NULL AS DATE) AS "ends",
              CAST(NULL AS DATE) AS "leaves",
              "t132"."part_3" - "t132"."parts_3" AS "points",
              '' AS "why",
              CAST(NULL AS BIGINT) AS "year",
              CAST(NULL AS DATE) AS "since",
              CAST(NULL AS BIGINT) AS "times",
              CAST(NULL AS BIGINT) AS "over"
            FROM (
              SELECT
                *
              FROM "t126" AS "t127"
              WHERE
                "t127"."part_3" <> "t127"."parts_3"
            ) AS "t132"
          ) AS "t138"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t127"."question",
              CAST(NULL AS BIGINT) AS "number",
              'base' AS "step",
              CAST(NULL AS BIGINT) AS "record",
              CAST(NULL AS DATE) AS "happened",
              CAST(NULL AS DATE) AS "ends",
              CAST(NULL AS DATE) AS "leaves",
              "t127"."base" AS "points",
              '' AS "why",
              CAST(NULL AS BIGINT) AS "year",
              CAST(NULL AS DATE) AS "since",
              CAST(NULL AS BIGINT) AS "times",
              CAST(NULL AS BIGINT) AS "over"
            FROM "t126" AS "t127"
          ) AS "t128"
        ) AS "t143"
      ) AS "t146"
    ) AS "t148"
  ) AS "t149"
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
            "t6"."f_hours",
            "t6"."f_level",
            "t6"."f_amount",
            "t6"."f_days_overdue",
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
          "t17"."type" IN (
            'adult_education_certificate',
            'blood_donation_certificate',
            'bravery_award',
            'charity_donation_certificate',
            'library_good_standing',
            'library_overdue_decision',
            'overdue_loan_report',
            'traffic_safety_decision',
            'vocational_certificate',
            'volunteer_service_certificate',
            'waste_dumping_decision'
          )
        )
    ) AS "t20"
  ) AS "t29"
) AS "t150"
