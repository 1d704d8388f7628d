-- standings; fields: f_code string, f_hours int64
SELECT
  "t32"."question",
  "t32"."subject",
  "t32"."as_of",
  "t32"."known_at",
  "t32"."points",
  "t32"."grade",
  "t32"."direct",
  "t32"."rank",
  "t32"."stage",
  "t32"."reduced_to",
  "t32"."ceiling"
FROM (
  SELECT
    "t31"."question",
    "t31"."subject",
    "t31"."as_of",
    "t31"."known_at",
    "t31"."base",
    "t31"."reached",
    "t31"."raised",
    "t31"."points",
    "t31"."band",
    "t31"."code",
    "t31"."direct",
    CASE
      WHEN "t31"."code" = 1
      THEN 'D'
      WHEN "t31"."code" = 2
      THEN 'C'
      WHEN "t31"."code" = 3
      THEN 'B'
      WHEN "t31"."code" = 4
      THEN 'A'
      ELSE CAST(NULL AS TEXT)
    END AS "grade",
    CAST(NULL AS BIGINT) AS "rank",
    CAST(NULL AS TEXT) AS "stage",
    CAST(NULL AS BIGINT) AS "reduced_to",
    CAST(NULL AS BIGINT) AS "ceiling"
  FROM (
    SELECT
      "t30"."question",
      "t30"."subject",
      "t30"."as_of",
      "t30"."known_at",
      "t30"."base",
      "t30"."reached",
      "t30"."raised",
      "t30"."points",
      "t30"."band",
      "t30"."band" AS "code",
      CAST(NULL AS BIGINT) AS "direct"
    FROM (
      SELECT
        "t29"."question",
        "t29"."subject",
        "t29"."as_of",
        "t29"."known_at",
        "t29"."base",
        "t29"."reached",
        "t29"."raised",
        "t29"."points",
        CASE
          WHEN "t29"."points" >= 95000
          THEN 4
          WHEN "t29"."points" >= 80000
          THEN 3
          WHEN "t29"."points" >= 60000
          THEN 2
          WHEN "t29"."points" >= 0
          THEN 1
          ELSE 0
        END AS "band"
      FROM (
        SELECT
          "t28"."question",
          "t28"."subject",
          "t28"."as_of",
          "t28"."known_at",
          100000 AS "base",
          100000 + COALESCE("t28"."earned", 0) AS "reached",
          GREATEST(100000 + COALESCE("t28"."earned", 0), 100000) AS "raised",
          LEAST(GREATEST(100000 + COALESCE("t28"."earned", 0), 100000), 200000) AS "points"
        FROM (
          SELECT
            "t4"."question",
            "t4"."subject",
            "t4"."as_of",
            "t4"."known_at",
            "t5"."public_since",
            "t5"."opens_0",
            "t5"."number_0",
            "t27"."earned"
          FROM "questions" AS "t4"
          INNER JOIN "days" AS "t5"
            ON "t4"."as_of" = "t5"."as_of"
          LEFT OUTER JOIN (
            SELECT
              "t25"."question",
              SUM("t25"."points") AS "earned"
            FROM (
              SELECT
                "t24"."question",
                "t24"."slot",
                "t24"."total",
                "t24"."kept",
                "t24"."kept" AS "points"
              FROM (
                SELECT
                  "t23"."question",
                  "t23"."slot",
                  "t23"."total",
                  CASE
                    WHEN "t23"."slot" = 1
                    THEN GREATEST(LEAST("t23"."total", 3000), -(
                      3000
                    ))
                    ELSE "t23"."total"
                  END AS "kept"
                FROM (
                  SELECT
                    "t22"."question",
                    "t22"."slot",
                    SUM("t22"."points") AS "total"
                  FROM (
                    SELECT
                      "t21"."question",
                      "t21"."slot",
                      "t21"."points"
                    FROM (
                      SELECT
                        "t20"."question",
                        "t20"."slot",
                        "t20"."year",
                        "t20"."total",
                        "t20"."kept",
                        "t20"."kept" AS "points"
                      FROM (
                        SELECT
                          "t19"."question",
                          "t19"."slot",
                          "t19"."year",
                          "t19"."total",
                          CASE
                            WHEN "t19"."slot" = 0
                            THEN GREATEST(LEAST("t19"."total", 10000), -(
                              10000
                            ))
                            ELSE "t19"."total"
                          END AS "kept"
                        FROM (
                          SELECT
                            "t18"."question",
                            "t18"."slot",
                            "t18"."year",
                            SUM("t18"."points") AS "total"
                          FROM (
                            SELECT
                              "t17"."question",
                              "t17"."number",
                              "t17"."record",
                              "t17"."happened",
                              "t17"."ends",
                              "t17"."leaves",
                              "t17"."points",
                              "t17"."why",
                              "t17"."slot",
                              CASE
                                WHEN "t17"."slot" = 0
                                THEN CAST(EXTRACT(year FROM "t17"."happened") AS BIGINT)
                                ELSE 0
                              END AS "year"
                            FROM (
                              SELECT
                                "t16"."question",
                                "t16"."number",
                                "t16"."record",
                                "t16"."happened",
                                "t16"."ends",
                                "t16"."leaves",
                                "t16"."points",
                                "t16"."why",
                                CASE WHEN "t16"."number" = 0 THEN 0 WHEN "t16"."number" = 1 THEN 1 ELSE -1 END AS "slot"
                              FROM (
                                SELECT
                                  "t15"."question",
                                  "t15"."number",
                                  "t15"."record",
                                  "t15"."happened",
                                  "t15"."ends",
                                  "t15"."leaves",
                                  "t15"."points",
                                  "t15"."why"
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
                                    CASE
                                      WHEN (
                                        "t14"."worth" < 0
                                      ) AND (
                                        "t14"."doubted" OR "t14"."early"
                                      )
                                      THEN 0
                                      ELSE "t14"."worth"
                                    END AS "points",
                                    CASE
                                      WHEN (
                                        "t14"."worth" < 0
                                      ) AND (
                                        "t14"."doubted" OR "t14"."early"
                                      )
                                      THEN CASE WHEN "t14"."doubted" THEN 'in_doubt' ELSE 'before_public' END
                                      ELSE ''
                                    END AS "why"
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
                                          "t11"."f_hours",
                                          "t11"."f_code",
                                          "t11"."question",
                                          "t11"."as_of",
                                          "t11"."known_at",
                                          "t11"."public_since",
                                          "t11"."opens_0",
                                          "t11"."number_0",
                                          "t11"."number",
                                          CASE
                                            WHEN "t11"."number" = 0
                                            THEN 5000
                                            WHEN "t11"."number" = 1
                                            THEN CASE
                                              WHEN (
                                                "t11"."f_hours" >= -1000000000000
                                              )
                                              AND (
                                                "t11"."f_hours" <= 1000000000000
                                              )
                                              THEN "t11"."f_hours" * 200
                                              ELSE CAST(NULL AS BIGINT)
                                            END
                                            WHEN "t11"."number" = 2
                                            THEN CASE
                                              WHEN "t11"."f_code" IS NULL
                                              THEN CAST(NULL AS BIGINT)
                                              WHEN "t11"."f_code" = 'a'
                                              THEN "t11"."number_0"
                                              ELSE 0
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
                                              "t6"."f_hours",
                                              "t6"."f_code",
                                              "t9"."question",
                                              "t9"."as_of",
                                              "t9"."known_at",
                                              "t9"."public_since",
                                              "t9"."opens_0",
                                              "t9"."number_0",
                                              "t7"."number"
                                            FROM "records" AS "t6"
                                            INNER JOIN (
                                              SELECT
                                                "t4"."question",
                                                "t4"."subject",
                                                "t4"."as_of",
                                                "t4"."known_at",
                                                "t5"."public_since",
                                                "t5"."opens_0",
                                                "t5"."number_0"
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
                          GROUP BY
                            1,
                            2,
                            3
                        ) AS "t19"
                      ) AS "t20"
                    ) AS "t21"
                  ) AS "t22"
                  GROUP BY
                    1,
                    2
                ) AS "t23"
              ) AS "t24"
            ) AS "t25"
            GROUP BY
              1
          ) AS "t27"
            ON "t4"."question" = "t27"."question"
        ) AS "t28"
      ) AS "t29"
    ) AS "t30"
  ) AS "t31"
) AS "t32"

-- contributions; fields: f_code string, f_hours int64
WITH "t15" AS (
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
    "t13"."f_hours",
    "t13"."f_code",
    "t13"."question",
    "t13"."as_of",
    "t13"."known_at",
    "t13"."public_since",
    "t13"."opens_0",
    "t13"."number_0",
    "t13"."number",
    CASE
      WHEN "t13"."number" = 0
      THEN 5000
      WHEN "t13"."number" = 1
      THEN CASE
        WHEN (
          "t13"."f_hours" >= -1000000000000
        )
        AND (
          "t13"."f_hours" <= 1000000000000
        )
        THEN "t13"."f_hours" * 200
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" = 2
      THEN CASE
        WHEN "t13"."f_code" IS NULL
        THEN CAST(NULL AS BIGINT)
        WHEN "t13"."f_code" = 'a'
        THEN "t13"."number_0"
        ELSE 0
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
        "t4"."f_hours",
        "t4"."f_code",
        "t9"."question",
        "t9"."as_of",
        "t9"."known_at",
        "t9"."public_since",
        "t9"."opens_0",
        "t9"."number_0",
        "t7"."number"
      FROM "records" AS "t4"
      INNER JOIN (
        SELECT
          "t5"."question",
          "t5"."subject",
          "t5"."as_of",
          "t5"."known_at",
          "t6"."public_since",
          "t6"."opens_0",
          "t6"."number_0"
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
), "t22" AS (
  SELECT
    "t20"."question",
    "t20"."number",
    "t20"."record",
    "t20"."happened",
    "t20"."ends",
    "t20"."leaves",
    "t20"."points",
    "t20"."why"
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
      CASE
        WHEN (
          "t19"."worth" < 0
        ) AND (
          "t19"."doubted" OR "t19"."early"
        )
        THEN 0
        ELSE "t19"."worth"
      END AS "points",
      CASE
        WHEN (
          "t19"."worth" < 0
        ) AND (
          "t19"."doubted" OR "t19"."early"
        )
        THEN CASE WHEN "t19"."doubted" THEN 'in_doubt' ELSE 'before_public' END
        ELSE ''
      END AS "why"
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
        FROM "t15" AS "t16"
        WHERE
          NOT (
            "t16"."retracts"
          )
          AND (
            (
              "t16"."superseded" IS NULL
            ) OR (
              "t16"."known_at" < "t16"."superseded"
            )
          )
          AND "t16"."happened" <= "t16"."as_of"
          AND (
            (
              "t16"."leaves" IS NULL
            ) OR (
              "t16"."as_of" < "t16"."leaves"
            )
          )
          AND (
            (
              "t16"."ends" IS NULL
            ) OR (
              "t16"."as_of" < "t16"."ends"
            )
          )
          AND "t16"."happened" > "t16"."opens_0"
          AND "t16"."worth" IS NOT NULL
      ) AS "t18"
    ) AS "t19"
  ) AS "t20"
), "t30" AS (
  SELECT
    "t29"."question",
    "t29"."slot",
    "t29"."year",
    "t29"."total",
    CASE
      WHEN "t29"."slot" = 0
      THEN GREATEST(LEAST("t29"."total", 10000), -(
        10000
      ))
      ELSE "t29"."total"
    END AS "kept"
  FROM (
    SELECT
      "t28"."question",
      "t28"."slot",
      "t28"."year",
      SUM("t28"."points") AS "total"
    FROM (
      SELECT
        "t25"."question",
        "t25"."number",
        "t25"."record",
        "t25"."happened",
        "t25"."ends",
        "t25"."leaves",
        "t25"."points",
        "t25"."why",
        "t25"."slot",
        CASE
          WHEN "t25"."slot" = 0
          THEN CAST(EXTRACT(year FROM "t25"."happened") AS BIGINT)
          ELSE 0
        END AS "year"
      FROM (
        SELECT
          "t23"."question",
          "t23"."number",
          "t23"."record",
          "t23"."happened",
          "t23"."ends",
          "t23"."leaves",
          "t23"."points",
          "t23"."why",
          CASE WHEN "t23"."number" = 0 THEN 0 WHEN "t23"."number" = 1 THEN 1 ELSE -1 END AS "slot"
        FROM "t22" AS "t23"
      ) AS "t25"
    ) AS "t28"
    GROUP BY
      1,
      2,
      3
  ) AS "t29"
), "t37" AS (
  SELECT
    "t36"."question",
    "t36"."slot",
    "t36"."total",
    CASE
      WHEN "t36"."slot" = 1
      THEN GREATEST(LEAST("t36"."total", 3000), -(
        3000
      ))
      ELSE "t36"."total"
    END AS "kept"
  FROM (
    SELECT
      "t34"."question",
      "t34"."slot",
      SUM("t34"."points") AS "total"
    FROM (
      SELECT
        "t32"."question",
        "t32"."slot",
        "t32"."points"
      FROM (
        SELECT
          "t31"."question",
          "t31"."slot",
          "t31"."year",
          "t31"."total",
          "t31"."kept",
          "t31"."kept" AS "points"
        FROM "t30" AS "t31"
      ) AS "t32"
    ) AS "t34"
    GROUP BY
      1,
      2
  ) AS "t36"
), "t46" AS (
  SELECT
    "t45"."question",
    "t45"."subject",
    "t45"."as_of",
    "t45"."known_at",
    100000 AS "base",
    100000 + COALESCE("t45"."earned", 0) AS "reached",
    GREATEST(100000 + COALESCE("t45"."earned", 0), 100000) AS "raised",
    LEAST(GREATEST(100000 + COALESCE("t45"."earned", 0), 100000), 200000) AS "points"
  FROM (
    SELECT
      "t5"."question",
      "t5"."subject",
      "t5"."as_of",
      "t5"."known_at",
      "t6"."public_since",
      "t6"."opens_0",
      "t6"."number_0",
      "t43"."earned"
    FROM "questions" AS "t5"
    INNER JOIN "days" AS "t6"
      ON "t5"."as_of" = "t6"."as_of"
    LEFT OUTER JOIN (
      SELECT
        "t39"."question",
        SUM("t39"."points") AS "earned"
      FROM (
        SELECT
          "t38"."question",
          "t38"."slot",
          "t38"."total",
          "t38"."kept",
          "t38"."kept" AS "points"
        FROM "t37" AS "t38"
      ) AS "t39"
      GROUP BY
        1
    ) AS "t43"
      ON "t5"."question" = "t43"."question"
  ) AS "t45"
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
          "t50"."question",
          CAST(NULL AS BIGINT) AS "number",
          'ceiling' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t50"."points" - "t50"."raised" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM (
          SELECT
            *
          FROM "t46" AS "t47"
          WHERE
            "t47"."points" <> "t47"."raised"
        ) AS "t50"
      ) AS "t52"
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
            FROM "t15" AS "t16"
            WHERE
              NOT (
                COALESCE(
                  NOT (
                    "t16"."retracts"
                  )
                  AND (
                    (
                      "t16"."superseded" IS NULL
                    ) OR (
                      "t16"."known_at" < "t16"."superseded"
                    )
                  )
                  AND (
                    "t16"."happened" <= "t16"."as_of"
                  )
                  AND (
                    (
                      "t16"."leaves" IS NULL
                    ) OR (
                      "t16"."as_of" < "t16"."leaves"
                    )
                  )
                  AND (
                    (
                      "t16"."ends" IS NULL
                    ) OR (
                      "t16"."as_of" < "t16"."ends"
                    )
                  )
                  AND (
                    "t16"."happened" > "t16"."opens_0"
                  )
                  AND (
                    "t16"."worth" IS NOT NULL
                  ),
                  FALSE
                )
              )
          ) AS "t21"
        ) AS "t26"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t23"."question",
            "t23"."number",
            'points' AS "step",
            "t23"."record",
            "t23"."happened",
            "t23"."ends",
            "t23"."leaves",
            "t23"."points",
            "t23"."why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM "t22" AS "t23"
        ) AS "t24"
      ) AS "t27"
    ) AS "t54"
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
            "t33"."question",
            "t33"."slot" AS "number",
            'yearly_cap' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t33"."kept" - "t33"."total" AS "points",
            '' AS "why",
            "t33"."year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t30" AS "t31"
            WHERE
              "t31"."kept" <> "t31"."total"
          ) AS "t33"
        ) AS "t35"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t40"."question",
            "t40"."slot" AS "number",
            'total_cap' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t40"."kept" - "t40"."total" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t37" AS "t38"
            WHERE
              "t38"."kept" <> "t38"."total"
          ) AS "t40"
        ) AS "t42"
      ) AS "t44"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t47"."question",
            CAST(NULL AS BIGINT) AS "number",
            'base' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t47"."base" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM "t46" AS "t47"
        ) AS "t48"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t49"."question",
            CAST(NULL AS BIGINT) AS "number",
            'floor' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t49"."raised" - "t49"."reached" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t46" AS "t47"
            WHERE
              "t47"."raised" <> "t47"."reached"
          ) AS "t49"
        ) AS "t51"
      ) AS "t53"
    ) AS "t55"
  ) AS "t56"
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
            "t4"."f_hours",
            "t4"."f_code",
            "t9"."question",
            "t9"."as_of",
            "t9"."known_at",
            "t9"."public_since",
            "t9"."opens_0",
            "t9"."number_0"
          FROM "records" AS "t4"
          INNER JOIN (
            SELECT
              "t5"."question",
              "t5"."subject",
              "t5"."as_of",
              "t5"."known_at",
              "t6"."public_since",
              "t6"."opens_0",
              "t6"."number_0"
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
          "t12"."type" IN ('donation', 'penalty', 'service')
        )
    ) AS "t14"
  ) AS "t17"
) AS "t57"
