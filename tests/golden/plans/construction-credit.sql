-- standings; fields: f_points int64
SELECT
  "t27"."question",
  "t27"."subject",
  "t27"."as_of",
  "t27"."known_at",
  "t27"."points",
  "t27"."grade",
  "t27"."direct",
  "t27"."rank",
  "t27"."stage",
  "t27"."reduced_to",
  "t27"."ceiling"
FROM (
  SELECT
    "t26"."question",
    "t26"."subject",
    "t26"."as_of",
    "t26"."known_at",
    "t26"."base",
    "t26"."reached",
    "t26"."raised",
    "t26"."points",
    "t26"."band",
    "t26"."code",
    "t26"."direct",
    CASE
      WHEN "t26"."code" = 1
      THEN 'D'
      WHEN "t26"."code" = 2
      THEN 'C'
      WHEN "t26"."code" = 3
      THEN 'B'
      WHEN "t26"."code" = 4
      THEN 'A'
      WHEN "t26"."code" = 5
      THEN 'AA'
      ELSE CAST(NULL AS TEXT)
    END AS "grade",
    CAST(NULL AS BIGINT) AS "rank",
    CAST(NULL AS TEXT) AS "stage",
    CAST(NULL AS BIGINT) AS "reduced_to",
    CAST(NULL AS BIGINT) AS "ceiling"
  FROM (
    SELECT
      "t25"."question",
      "t25"."subject",
      "t25"."as_of",
      "t25"."known_at",
      "t25"."base",
      "t25"."reached",
      "t25"."raised",
      "t25"."points",
      "t25"."band",
      "t25"."band" AS "code",
      CAST(NULL AS BIGINT) AS "direct"
    FROM (
      SELECT
        "t24"."question",
        "t24"."subject",
        "t24"."as_of",
        "t24"."known_at",
        "t24"."base",
        "t24"."reached",
        "t24"."raised",
        "t24"."points",
        CASE
          WHEN "t24"."points" >= 95000
          THEN 5
          WHEN "t24"."points" >= 85000
          THEN 4
          WHEN "t24"."points" >= 75000
          THEN 3
          WHEN "t24"."points" >= 60000
          THEN 2
          WHEN "t24"."points" >= 0
          THEN 1
          ELSE 0
        END AS "band"
      FROM (
        SELECT
          "t23"."question",
          "t23"."subject",
          "t23"."as_of",
          "t23"."known_at",
          0 AS "base",
          0 + COALESCE("t23"."earned", 0) AS "reached",
          GREATEST(0 + COALESCE("t23"."earned", 0), 0) AS "raised",
          LEAST(GREATEST(0 + COALESCE("t23"."earned", 0), 0), 100000) AS "points"
        FROM (
          SELECT
            "t4"."question",
            "t4"."subject",
            "t4"."as_of",
            "t4"."known_at",
            "t5"."public_since",
            "t5"."opens_0",
            "t22"."earned"
          FROM "questions" AS "t4"
          INNER JOIN "days" AS "t5"
            ON "t4"."as_of" = "t5"."as_of"
          LEFT OUTER JOIN (
            SELECT
              "t20"."question",
              SUM("t20"."points") AS "earned"
            FROM (
              SELECT
                "t19"."question",
                "t19"."slot",
                "t19"."points"
              FROM (
                SELECT
                  "t18"."question",
                  "t18"."number",
                  "t18"."record",
                  "t18"."happened",
                  "t18"."ends",
                  "t18"."leaves",
                  "t18"."points",
                  "t18"."why",
                  -1 AS "slot"
                FROM (
                  SELECT
                    "t17"."question",
                    "t17"."number",
                    "t17"."record",
                    "t17"."happened",
                    "t17"."ends",
                    "t17"."leaves",
                    "t17"."points",
                    "t17"."why"
                  FROM (
                    SELECT
                      "t16"."question",
                      "t16"."number",
                      "t16"."record",
                      "t16"."document",
                      "t16"."happened",
                      "t16"."ends",
                      "t16"."leaves",
                      "t16"."known",
                      "t16"."worth",
                      "t16"."doubted",
                      "t16"."early",
                      "t16"."favour",
                      "t16"."out",
                      "t16"."event",
                      "t16"."rank",
                      "t16"."place",
                      "t16"."sure_before",
                      "t16"."out_before",
                      CASE
                        WHEN NOT (
                          "t16"."out"
                        )
                        AND (
                          "t16"."place" = 0
                        )
                        AND (
                          (
                            "t16"."out_before" IS NULL
                          ) OR (
                            "t16"."out_before" <= "t16"."favour"
                          )
                        )
                        THEN "t16"."worth"
                        ELSE 0
                      END AS "points",
                      CASE
                        WHEN NOT (
                          "t16"."out"
                        )
                        AND (
                          "t16"."place" = 0
                        )
                        AND (
                          (
                            "t16"."out_before" IS NULL
                          ) OR (
                            "t16"."out_before" <= "t16"."favour"
                          )
                        )
                        THEN ''
                        WHEN "t16"."out" AND (
                          COALESCE("t16"."sure_before", 0) = 0
                        )
                        THEN CASE WHEN "t16"."doubted" THEN 'in_doubt' ELSE 'before_public' END
                        ELSE 'later_one'
                      END AS "why"
                    FROM (
                      SELECT
                        "t15"."question",
                        "t15"."number",
                        "t15"."record",
                        "t15"."document",
                        "t15"."happened",
                        "t15"."ends",
                        "t15"."leaves",
                        "t15"."known",
                        "t15"."worth",
                        "t15"."doubted",
                        "t15"."early",
                        "t15"."favour",
                        "t15"."out",
                        "t15"."event",
                        "t15"."rank",
                        ROW_NUMBER() OVER (
                          PARTITION BY "t15"."question", "t15"."number", "t15"."event", "t15"."out"
                          ORDER BY "t15"."rank" DESC, "t15"."happened" DESC, "t15"."known" DESC, "t15"."record" DESC
                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                        ) - 1 AS "place",
                        SUM(CASE WHEN NOT (
                          "t15"."out"
                        ) THEN 1 ELSE 0 END) OVER (
                          PARTITION BY "t15"."question", "t15"."number", "t15"."event"
                          ORDER BY "t15"."rank" DESC, "t15"."happened" DESC, "t15"."known" DESC, "t15"."record" DESC
                          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                        ) AS "sure_before",
                        MAX(CASE WHEN "t15"."out" THEN "t15"."favour" ELSE CAST(NULL AS BIGINT) END) OVER (
                          PARTITION BY "t15"."question", "t15"."number", "t15"."event"
                          ORDER BY "t15"."rank" DESC, "t15"."happened" DESC, "t15"."known" DESC, "t15"."record" DESC
                          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                        ) AS "out_before"
                      FROM (
                        SELECT
                          "t14"."question",
                          "t14"."number",
                          "t14"."record",
                          "t14"."document",
                          "t14"."happened",
                          "t14"."ends",
                          "t14"."leaves",
                          "t14"."known",
                          "t14"."worth",
                          "t14"."doubted",
                          "t14"."early",
                          "t14"."worth" AS "favour",
                          (
                            "t14"."worth" < 0
                          ) AND (
                            "t14"."doubted" OR "t14"."early"
                          ) AS "out",
                          0 AS "event",
                          0 AS "rank"
                        FROM (
                          SELECT
                            "t13"."question",
                            "t13"."number",
                            "t13"."record",
                            "t13"."document",
                            "t13"."happened",
                            "t13"."ends",
                            "t13"."leaves",
                            "t13"."known",
                            "t13"."worth",
                            "t13"."doubted",
                            "t13"."early"
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                "t11"."subject",
                                "t11"."record",
                                "t11"."type",
                                "t11"."document",
                                "t11"."happened",
                                "t11"."ends",
                                "t11"."leaves",
                                "t11"."severity",
                                "t11"."kind",
                                "t11"."adverse",
                                "t11"."known",
                                "t11"."retracts",
                                "t11"."superseded",
                                "t11"."doubt_from",
                                "t11"."doubt_until",
                                "t11"."replaced",
                                "t11"."f_points",
                                "t11"."question",
                                "t11"."as_of",
                                "t11"."known_at",
                                "t11"."public_since",
                                "t11"."opens_0",
                                "t11"."number",
                                CASE
                                  WHEN "t11"."number" = 0
                                  THEN CASE
                                    WHEN (
                                      "t11"."f_points" >= -1000000000000000
                                    )
                                    AND (
                                      "t11"."f_points" <= 1000000000000000
                                    )
                                    THEN (
                                      1000 * DIVIDE("t11"."f_points", 1000)
                                    ) + (
                                      DIVIDE(1000 * (
                                        "t11"."f_points" % 1000
                                      ), 1000) + CASE
                                        WHEN (
                                          (
                                            1000 * (
                                              "t11"."f_points" % 1000
                                            )
                                          ) % 1000
                                        ) > 0
                                        THEN 1
                                        ELSE 0
                                      END
                                    )
                                    ELSE CAST(NULL AS BIGINT)
                                  END
                                  ELSE CAST(NULL AS BIGINT)
                                END AS "worth",
                                (
                                  "t11"."doubt_from" IS NOT NULL
                                )
                                AND (
                                  "t11"."doubt_from" <= "t11"."known_at"
                                )
                                AND (
                                  (
                                    "t11"."doubt_until" IS NULL
                                  ) OR (
                                    "t11"."known_at" < "t11"."doubt_until"
                                  )
                                ) AS "doubted",
                                (
                                  "t11"."public_since" IS NOT NULL
                                )
                                AND (
                                  "t11"."happened" < "t11"."public_since"
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
                                    "t6"."f_points",
                                    "t9"."question",
                                    "t9"."as_of",
                                    "t9"."known_at",
                                    "t9"."public_since",
                                    "t9"."opens_0",
                                    "t7"."number"
                                  FROM "records" AS "t6"
                                  INNER JOIN (
                                    SELECT
                                      "t4"."question",
                                      "t4"."subject",
                                      "t4"."as_of",
                                      "t4"."known_at",
                                      "t5"."public_since",
                                      "t5"."opens_0"
                                    FROM "questions" AS "t4"
                                    INNER JOIN "days" AS "t5"
                                      ON "t4"."as_of" = "t5"."as_of"
                                  ) AS "t9"
                                    ON "t6"."subject" = "t9"."subject"
                                  INNER JOIN "factors" AS "t7"
                                    ON "t6"."type" = "t7"."type"
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
                            ) AS "t12"
                            WHERE
                              NOT (
                                "t12"."retracts"
                              )
                              AND (
                                (
                                  "t12"."superseded" IS NULL
                                ) OR (
                                  "t12"."known_at" < "t12"."superseded"
                                )
                              )
                              AND "t12"."happened" <= "t12"."as_of"
                              AND (
                                (
                                  "t12"."leaves" IS NULL
                                ) OR (
                                  "t12"."as_of" < "t12"."leaves"
                                )
                              )
                              AND (
                                (
                                  "t12"."ends" IS NULL
                                ) OR (
                                  "t12"."as_of" < "t12"."ends"
                                )
                              )
                              AND "t12"."happened" > "t12"."opens_0"
                              AND "t12"."worth" IS NOT NULL
                          ) AS "t13"
                        ) AS "t14"
                      ) AS "t15"
                    ) AS "t16"
                  ) AS "t17"
                ) AS "t18"
              ) AS "t19"
            ) AS "t20"
            GROUP BY
              1
          ) AS "t22"
            ON "t4"."question" = "t22"."question"
        ) AS "t23"
      ) AS "t24"
    ) AS "t25"
  ) AS "t26"
) AS "t27"

-- contributions; fields: f_points int64
WITH "t16" AS (
  SELECT
    "t13"."subject",
    "t13"."record",
    "t13"."type",
    "t13"."document",
    "t13"."happened",
    "t13"."ends",
    "t13"."leaves",
    "t13"."severity",
    "t13"."kind",
    "t13"."adverse",
    "t13"."known",
    "t13"."retracts",
    "t13"."superseded",
    "t13"."doubt_from",
    "t13"."doubt_until",
    "t13"."replaced",
    "t13"."f_points",
    "t13"."question",
    "t13"."as_of",
    "t13"."known_at",
    "t13"."public_since",
    "t13"."opens_0",
    "t13"."number",
    CASE
      WHEN "t13"."number" = 0
      THEN CASE
        WHEN (
          "t13"."f_points" >= -1000000000000000
        )
        AND (
          "t13"."f_points" <= 1000000000000000
        )
        THEN (
          1000 * DIVIDE("t13"."f_points", 1000)
        ) + (
          DIVIDE(1000 * (
            "t13"."f_points" % 1000
          ), 1000) + CASE
            WHEN (
              (
                1000 * (
                  "t13"."f_points" % 1000
                )
              ) % 1000
            ) > 0
            THEN 1
            ELSE 0
          END
        )
        ELSE CAST(NULL AS BIGINT)
      END
      ELSE CAST(NULL AS BIGINT)
    END AS "worth",
    (
      "t13"."doubt_from" IS NOT NULL
    )
    AND (
      "t13"."doubt_from" <= "t13"."known_at"
    )
    AND (
      (
        "t13"."doubt_until" IS NULL
      ) OR (
        "t13"."known_at" < "t13"."doubt_until"
      )
    ) AS "doubted",
    (
      "t13"."public_since" IS NOT NULL
    )
    AND (
      "t13"."happened" < "t13"."public_since"
    ) AS "early"
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
        "t4"."f_points",
        "t9"."question",
        "t9"."as_of",
        "t9"."known_at",
        "t9"."public_since",
        "t9"."opens_0",
        "t7"."number"
      FROM "records" AS "t4"
      INNER JOIN (
        SELECT
          "t5"."question",
          "t5"."subject",
          "t5"."as_of",
          "t5"."known_at",
          "t6"."public_since",
          "t6"."opens_0"
        FROM "questions" AS "t5"
        INNER JOIN "days" AS "t6"
          ON "t5"."as_of" = "t6"."as_of"
      ) AS "t9"
        ON "t4"."subject" = "t9"."subject"
      INNER JOIN "factors" AS "t7"
        ON "t4"."type" = "t7"."type"
    ) AS "t11"
    WHERE
      "t11"."known" <= "t11"."known_at"
      AND (
        (
          "t11"."replaced" IS NULL
        ) OR (
          "t11"."known_at" < "t11"."replaced"
        )
      )
  ) AS "t13"
), "t25" AS (
  SELECT
    "t24"."question",
    "t24"."number",
    "t24"."record",
    "t24"."happened",
    "t24"."ends",
    "t24"."leaves",
    "t24"."points",
    "t24"."why"
  FROM (
    SELECT
      "t22"."question",
      "t22"."number",
      "t22"."record",
      "t22"."document",
      "t22"."happened",
      "t22"."ends",
      "t22"."leaves",
      "t22"."known",
      "t22"."worth",
      "t22"."doubted",
      "t22"."early",
      "t22"."favour",
      "t22"."out",
      "t22"."event",
      "t22"."rank",
      "t22"."place",
      "t22"."sure_before",
      "t22"."out_before",
      CASE
        WHEN NOT (
          "t22"."out"
        )
        AND (
          "t22"."place" = 0
        )
        AND (
          (
            "t22"."out_before" IS NULL
          ) OR (
            "t22"."out_before" <= "t22"."favour"
          )
        )
        THEN "t22"."worth"
        ELSE 0
      END AS "points",
      CASE
        WHEN NOT (
          "t22"."out"
        )
        AND (
          "t22"."place" = 0
        )
        AND (
          (
            "t22"."out_before" IS NULL
          ) OR (
            "t22"."out_before" <= "t22"."favour"
          )
        )
        THEN ''
        WHEN "t22"."out" AND (
          COALESCE("t22"."sure_before", 0) = 0
        )
        THEN CASE WHEN "t22"."doubted" THEN 'in_doubt' ELSE 'before_public' END
        ELSE 'later_one'
      END AS "why"
    FROM (
      SELECT
        "t20"."question",
        "t20"."number",
        "t20"."record",
        "t20"."document",
        "t20"."happened",
        "t20"."ends",
        "t20"."leaves",
        "t20"."known",
        "t20"."worth",
        "t20"."doubted",
        "t20"."early",
        "t20"."favour",
        "t20"."out",
        "t20"."event",
        "t20"."rank",
        ROW_NUMBER() OVER (
          PARTITION BY "t20"."question", "t20"."number", "t20"."event", "t20"."out"
          ORDER BY "t20"."rank" DESC, "t20"."happened" DESC, "t20"."known" DESC, "t20"."record" DESC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "place",
        SUM(CASE WHEN NOT (
          "t20"."out"
        ) THEN 1 ELSE 0 END) OVER (
          PARTITION BY "t20"."question", "t20"."number", "t20"."event"
          ORDER BY "t20"."rank" DESC, "t20"."happened" DESC, "t20"."known" DESC, "t20"."record" DESC
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
        ) AS "sure_before",
        MAX(CASE WHEN "t20"."out" THEN "t20"."favour" ELSE CAST(NULL AS BIGINT) END) OVER (
          PARTITION BY "t20"."question", "t20"."number", "t20"."event"
          ORDER BY "t20"."rank" DESC, "t20"."happened" DESC, "t20"."known" DESC, "t20"."record" DESC
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
        ) AS "out_before"
      FROM (
        SELECT
          "t19"."question",
          "t19"."number",
          "t19"."record",
          "t19"."document",
          "t19"."happened",
          "t19"."ends",
          "t19"."leaves",
          "t19"."known",
          "t19"."worth",
          "t19"."doubted",
          "t19"."early",
          "t19"."worth" AS "favour",
          (
            "t19"."worth" < 0
          ) AND (
            "t19"."doubted" OR "t19"."early"
          ) AS "out",
          0 AS "event",
          0 AS "rank"
        FROM (
          SELECT
            "t18"."question",
            "t18"."number",
            "t18"."record",
            "t18"."document",
            "t18"."happened",
            "t18"."ends",
            "t18"."leaves",
            "t18"."known",
            "t18"."worth",
            "t18"."doubted",
            "t18"."early"
          FROM (
            SELECT
              *
            FROM "t16" AS "t17"
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
              AND (
                (
                  "t17"."leaves" IS NULL
                ) OR (
                  "t17"."as_of" < "t17"."leaves"
                )
              )
              AND (
                (
                  "t17"."ends" IS NULL
                ) OR (
                  "t17"."as_of" < "t17"."ends"
                )
              )
              AND "t17"."happened" > "t17"."opens_0"
              AND "t17"."worth" IS NOT NULL
          ) AS "t18"
        ) AS "t19"
      ) AS "t20"
    ) AS "t22"
  ) AS "t24"
), "t34" AS (
  SELECT
    "t33"."question",
    "t33"."subject",
    "t33"."as_of",
    "t33"."known_at",
    0 AS "base",
    0 + COALESCE("t33"."earned", 0) AS "reached",
    GREATEST(0 + COALESCE("t33"."earned", 0), 0) AS "raised",
    LEAST(GREATEST(0 + COALESCE("t33"."earned", 0), 0), 100000) AS "points"
  FROM (
    SELECT
      "t5"."question",
      "t5"."subject",
      "t5"."as_of",
      "t5"."known_at",
      "t6"."public_since",
      "t6"."opens_0",
      "t32"."earned"
    FROM "questions" AS "t5"
    INNER JOIN "days" AS "t6"
      ON "t5"."as_of" = "t6"."as_of"
    LEFT OUTER JOIN (
      SELECT
        "t30"."question",
        SUM("t30"."points") AS "earned"
      FROM (
        SELECT
          "t28"."question",
          "t28"."slot",
          "t28"."points"
        FROM (
          SELECT
            "t26"."question",
            "t26"."number",
            "t26"."record",
            "t26"."happened",
            "t26"."ends",
            "t26"."leaves",
            "t26"."points",
            "t26"."why",
            -1 AS "slot"
          FROM "t25" AS "t26"
        ) AS "t28"
      ) AS "t30"
      GROUP BY
        1
    ) AS "t32"
      ON "t5"."question" = "t32"."question"
  ) AS "t33"
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
          "t35"."question",
          CAST(NULL AS BIGINT) AS "number",
          'base' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t35"."base" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM "t34" AS "t35"
      ) AS "t36"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t37"."question",
          CAST(NULL AS BIGINT) AS "number",
          'floor' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t37"."raised" - "t37"."reached" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM (
          SELECT
            *
          FROM "t34" AS "t35"
          WHERE
            "t35"."raised" <> "t35"."reached"
        ) AS "t37"
      ) AS "t39"
    ) AS "t41"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t38"."question",
          CAST(NULL AS BIGINT) AS "number",
          'ceiling' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t38"."points" - "t38"."raised" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM (
          SELECT
            *
          FROM "t34" AS "t35"
          WHERE
            "t35"."points" <> "t35"."raised"
        ) AS "t38"
      ) AS "t40"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t21"."question",
            "t21"."number",
            'points' AS "step",
            "t21"."record",
            "t21"."happened",
            "t21"."ends",
            "t21"."leaves",
            0 AS "points",
            CASE
              WHEN NOT (
                COALESCE(NOT (
                  "t21"."retracts"
                ), FALSE)
              )
              THEN 'retracts'
              WHEN NOT (
                COALESCE(
                  (
                    "t21"."superseded" IS NULL
                  ) OR (
                    "t21"."known_at" < "t21"."superseded"
                  ),
                  FALSE
                )
              )
              THEN 'superseded'
              WHEN NOT (
                COALESCE("t21"."happened" <= "t21"."as_of", FALSE)
              )
              THEN 'not_yet'
              WHEN NOT (
                COALESCE((
                  "t21"."leaves" IS NULL
                ) OR (
                  "t21"."as_of" < "t21"."leaves"
                ), FALSE)
              )
              THEN 'retention_over'
              WHEN NOT (
                COALESCE((
                  "t21"."ends" IS NULL
                ) OR (
                  "t21"."as_of" < "t21"."ends"
                ), FALSE)
              )
              THEN 'validity_over'
              WHEN NOT (
                COALESCE("t21"."happened" > "t21"."opens_0", FALSE)
              )
              THEN 'outside_window'
              WHEN NOT (
                COALESCE("t21"."worth" IS NOT NULL, FALSE)
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
            FROM "t16" AS "t17"
            WHERE
              NOT (
                COALESCE(
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
                  AND (
                    "t17"."happened" <= "t17"."as_of"
                  )
                  AND (
                    (
                      "t17"."leaves" IS NULL
                    ) OR (
                      "t17"."as_of" < "t17"."leaves"
                    )
                  )
                  AND (
                    (
                      "t17"."ends" IS NULL
                    ) OR (
                      "t17"."as_of" < "t17"."ends"
                    )
                  )
                  AND (
                    "t17"."happened" > "t17"."opens_0"
                  )
                  AND (
                    "t17"."worth" IS NOT NULL
                  ),
                  FALSE
                )
              )
          ) AS "t21"
        ) AS "t23"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t26"."question",
            "t26"."number",
            'points' AS "step",
            "t26"."record",
            "t26"."happened",
            "t26"."ends",
            "t26"."leaves",
            "t26"."points",
            "t26"."why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM "t25" AS "t26"
        ) AS "t27"
      ) AS "t29"
    ) AS "t42"
  ) AS "t43"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t14"."question",
      CAST(NULL AS BIGINT) AS "number",
      'points' AS "step",
      "t14"."record",
      "t14"."happened",
      "t14"."ends",
      "t14"."leaves",
      0 AS "points",
      CASE
        WHEN NOT (
          COALESCE(NOT (
            "t14"."retracts"
          ), FALSE)
        )
        THEN 'retracts'
        WHEN NOT (
          COALESCE(
            (
              "t14"."superseded" IS NULL
            ) OR (
              "t14"."known_at" < "t14"."superseded"
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
            "t4"."f_points",
            "t9"."question",
            "t9"."as_of",
            "t9"."known_at",
            "t9"."public_since",
            "t9"."opens_0"
          FROM "records" AS "t4"
          INNER JOIN (
            SELECT
              "t5"."question",
              "t5"."subject",
              "t5"."as_of",
              "t5"."known_at",
              "t6"."public_since",
              "t6"."opens_0"
            FROM "questions" AS "t5"
            INNER JOIN "days" AS "t6"
              ON "t5"."as_of" = "t6"."as_of"
          ) AS "t9"
            ON "t4"."subject" = "t9"."subject"
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
      ) AS "t12"
      WHERE
        NOT (
          "t12"."type" IN ('highway_credit_rating')
        )
    ) AS "t14"
  ) AS "t15"
) AS "t44"
